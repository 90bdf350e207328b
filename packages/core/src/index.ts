export type {
  Algebra,
  Elementwise,
  Factor,
  Factored,
  IndexMap,
  Shaped,
  Term,
  Traced,
  Value,
  Word,
} from './algebra.ts';
export { type ArrayInput, array, type NdArray, type Nested, type StridedArray, toNested } from './array.ts';
export { differential, gradient, symmetricGradient, vechGradient } from './autodiff/differential.ts';
export { grad, valueAndGrad } from './autodiff/grad.ts';
export { type ImplicitEquation, implicit } from './autodiff/implicit.ts';
export { hessian, hvp, jacobian } from './autodiff/jacobian.ts';
export { jvp } from './autodiff/jvp.ts';
export { stopGradient } from './autodiff/stopGradient.ts';
export { vjp } from './autodiff/vjp.ts';
export {
  commutationMatrix,
  duplicationMatrix,
  eliminationMatrix,
  eye,
  ones,
  zeros,
} from './constants.ts';
export type { Axis } from './define/axes.ts';
export type { AnyIdentity, Identity, IdentityRecord, Rule, SavedFor, Spec } from './define/define.ts';
export { defineIdentity } from './define/defineIdentity.ts';
export type { Defect, Domain } from './define/domain.ts';
export * as domain from './define/domain.ts';
export type { ConditionOptions } from './define/illConditioned.ts';
export type { Example, Failure } from './define/spec.ts';
export {
  DegenerateError,
  DomainError,
  MatgradError,
  NoConvergenceError,
  NonFiniteError,
  NotPositiveDefiniteError,
  NotSymmetricError,
  ShapeError,
  SingularMatrixError,
} from './errors.ts';
export type { QROptions } from './factor/qr/qr.ts';
export type { SymmetricFunction } from './factor/spectral/functionFactor.ts';
export { add } from './identity/add.ts';
export { adjugate } from './identity/adjugate.ts';
export { atan2 } from './identity/atan2.ts';
export { block } from './identity/block.ts';
export { broadcastTo } from './identity/broadcastTo.ts';
export { charpoly } from './identity/charpoly.ts';
export { cholesky } from './identity/cholesky.ts';
export { choleskyJitter } from './identity/choleskyJitter.ts';
export { choleskySolve } from './identity/choleskySolve.ts';
export { clip } from './identity/clip.ts';
export { cofactor } from './identity/cofactor.ts';
export { cofactorDerivative } from './identity/cofactorDerivative.ts';
export { concat } from './identity/concat.ts';
export { cond } from './identity/cond.ts';
export { congruence } from './identity/congruence.ts';
export { cosineSimilarity } from './identity/cosineSimilarity.ts';
export { cross } from './identity/cross.ts';
export { cumprod } from './identity/cumprod.ts';
export { cumsum } from './identity/cumsum.ts';
export { dampedInv } from './identity/dampedInv.ts';
export { det } from './identity/det.ts';
export { diag } from './identity/diag.ts';
export { diagPart } from './identity/diagPart.ts';
export { divide } from './identity/divide.ts';
export { eigh } from './identity/eigh.ts';
export { eigvalsh } from './identity/eigvalsh.ts';
export { expm } from './identity/expm.ts';
export { exp, exp2, expm1, log, log1p, log2, log10 } from './identity/exponential.ts';
export { factored } from './identity/factored.ts';
export { frobeniusNorm } from './identity/frobeniusNorm.ts';
export { gather } from './identity/gather.ts';
export { gram } from './identity/gram.ts';
export { hadamard } from './identity/hadamard.ts';
export { acosh, asinh, atanh, cosh, sigmoid, sinh, softplus, tanh } from './identity/hyperbolic.ts';
export { hypot } from './identity/hypot.ts';
export { inner } from './identity/inner.ts';
export { inv } from './identity/inv.ts';
export { inverseQuadraticForm } from './identity/inverseQuadraticForm.ts';
export { kron } from './identity/kron.ts';
export { ldl } from './identity/ldl.ts';
export { logabsdet } from './identity/logabsdet.ts';
export { logdet } from './identity/logdet.ts';
export { logSoftmax } from './identity/logSoftmax.ts';
export { logsumexp } from './identity/logsumexp.ts';
export { logVolume } from './identity/logVolume.ts';
export { lstsq } from './identity/lstsq.ts';
export { lu } from './identity/lu.ts';
export { matmul } from './identity/matmul.ts';
export { matrixPower } from './identity/matrixPower.ts';
export { matrixRank } from './identity/matrixRank.ts';
export { max } from './identity/max.ts';
export { maximum } from './identity/maximum.ts';
export { mean } from './identity/mean.ts';
export { min } from './identity/min.ts';
export { minimum } from './identity/minimum.ts';
export { neg } from './identity/neg.ts';
export { type NormOrder, norm } from './identity/norm.ts';
export { norm1 } from './identity/norm1.ts';
export { normalize } from './identity/normalize.ts';
export { normInf } from './identity/normInf.ts';
export { nuclearNorm } from './identity/nuclearNorm.ts';
export { nullspace } from './identity/nullspace.ts';
export { orth } from './identity/orth.ts';
export { outer } from './identity/outer.ts';
export { permuteAxes } from './identity/permuteAxes.ts';
export { abs, ceil, floor, relu, round, sign } from './identity/piecewise.ts';
export { pinv } from './identity/pinv.ts';
export { polar } from './identity/polar.ts';
export { polarFactor } from './identity/polarFactor.ts';
export { power } from './identity/power.ts';
export { cbrt, pow, reciprocal, sqrt, square } from './identity/powers.ts';
export { prod } from './identity/prod.ts';
export { put } from './identity/put.ts';
export { qr } from './identity/qr.ts';
export { quadraticForm } from './identity/quadraticForm.ts';
export { rayleighQuotient } from './identity/rayleighQuotient.ts';
export { rcond } from './identity/rcond.ts';
export { reshape } from './identity/reshape.ts';
export { ridge } from './identity/ridge.ts';
export { rvec } from './identity/rvec.ts';
export { scale } from './identity/scale.ts';
export { scatter } from './identity/scatter.ts';
export { slice } from './identity/slice.ts';
export { slogdet } from './identity/slogdet.ts';
export { softmax } from './identity/softmax.ts';
export { solve } from './identity/solve.ts';
export { solvePositiveDefinite } from './identity/solvePositiveDefinite.ts';
export { solveTransposed } from './identity/solveTransposed.ts';
export { solveTriangular } from './identity/solveTriangular.ts';
export { solveTriangularTransposed } from './identity/solveTriangularTransposed.ts';
export { spectralNorm } from './identity/spectralNorm.ts';
export { squaredDistances } from './identity/squaredDistances.ts';
export { stack } from './identity/stack.ts';
export { sub } from './identity/sub.ts';
export { sum } from './identity/sum.ts';
export { sumsq } from './identity/sumsq.ts';
export { sumTo } from './identity/sumTo.ts';
export { svd } from './identity/svd.ts';
export { svdvals } from './identity/svdvals.ts';
export { sym } from './identity/sym.ts';
export { symmetricFunction } from './identity/symmetricFunction.ts';
export { take } from './identity/take.ts';
export { trace } from './identity/trace.ts';
export { transpose } from './identity/transpose.ts';
export { acos, asin, atan, cos, sin, tan } from './identity/trigonometric.ts';
export { tril } from './identity/tril.ts';
export { triu } from './identity/triu.ts';
export { unvec } from './identity/unvec.ts';
export { unvech } from './identity/unvech.ts';
export { vec } from './identity/vec.ts';
export { vech } from './identity/vech.ts';
export { vectorNorm } from './identity/vectorNorm.ts';
export { type Mask, where } from './identity/where.ts';
export type { Signature } from './signature.ts';
