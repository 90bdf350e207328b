import type { NdArray } from '../../src/array.ts';
import { sizeOf } from '../../src/array.ts';
import * as m from './everything.ts';
import type { Expression, Operator } from './parse.ts';

/** Names and what they stand for: matrices (vectors are columns), scalars, and the sizes that shapes are told in. */
export type Scope = Readonly<Record<string, NdArray | number>>;

const isScalar = (A: NdArray) => sizeOf(A.shape) === 1;
const isColumn = (A: NdArray) => A.shape.length === 2 && A.shape[1] === 1;
const scalar = (A: NdArray): NdArray => (A.shape.length > 0 && isScalar(A) ? m.reshape(A, []) : A);
/** A scalar as the 1×1 matrix that it is to functions of matrices. */
const matrix = (A: NdArray): NdArray => (A.shape.length === 0 ? m.reshape(A, [1, 1]) : A);
const column = (A: NdArray): NdArray => (A.shape.length === 1 ? m.reshape(A, [A.shape[0], 1]) : A);
const flat = (A: NdArray): NdArray => m.reshape(A, [sizeOf(A.shape)]);
/** The number of an argument that is no variable. */
const plain = (A: NdArray): number | undefined =>
  isScalar(A) && !('algebra' in A) ? (A.data[0] as number) : undefined;
const size = (A: NdArray): number => plain(A) ?? Number.NaN;
const constant = (shape: readonly number[], entry: (i: number, j: number) => number): NdArray => {
  const [rows, columns = 1] = shape;
  const data = Float64Array.from({ length: rows * columns }, (_, k) =>
    entry(Math.floor(k / columns), k % columns),
  );
  return { shape: [rows, columns], data };
};

/** Shape of zeros(n) and ones(n): columns. */
const shapeOf = (sizes: readonly NdArray[]): number[] => (sizes.length === 0 ? [1] : sizes.map(size));

const commutation = (rows: number, columns: number): NdArray =>
  constant([rows * columns, rows * columns], (p, q) =>
    p === (q % rows) * columns + Math.floor(q / rows) ? 1 : 0,
  );

const times = (A: NdArray, B: NdArray): NdArray =>
  isScalar(A) ? m.scale(scalar(A), B) : isScalar(B) ? m.scale(scalar(B), A) : m.matmul(A, B);
const over = (A: NdArray, B: NdArray): NdArray => m.hadamard(A, m.reciprocal(B));

function elementPower(A: NdArray, P: NdArray): NdArray {
  const p = plain(P);
  return p === undefined ? m.exp(m.hadamard(P, m.log(A))) : m.pow(A, p);
}

function matrixPower(A: NdArray, P: NdArray): NdArray {
  if (isScalar(A)) return elementPower(scalar(A), P);
  const p = size(P);
  return Number.isInteger(p) ? m.matrixPower(A, p) : m.symmetricFunction(A, 'pow', p);
}

const operators: Record<Operator, (A: NdArray, B: NdArray) => NdArray> = {
  '+': m.add,
  '-': m.sub,
  '*': times,
  '.*': m.hadamard,
  './': over,
  '/': (A, B) =>
    isScalar(B) ? m.scale(m.reciprocal(scalar(B)), A) : m.transpose(m.solve(m.transpose(B), m.transpose(A))),
  '\\': (A, B) => m.solve(A, B),
  '^': matrixPower,
  '.^': elementPower,
};

const end = (A: NdArray): NdArray => m.take(A, A.shape[0] - 1);

/** Cosine (part 0) or sine (part 1) of a matrix: the first column of blocks of exp [0 -A; A 0]. */
function rotation(A: NdArray, part: number): NdArray {
  const [n] = A.shape;
  const zero = constant([n, n], () => 0);
  const whole = m.expm(
    m.block([
      [zero, m.neg(A)],
      [A, zero],
    ]),
  );
  return m.slice(m.slice(whole, 0, n, 1), part * n, (part + 1) * n);
}

const functions: Record<string, (...args: NdArray[]) => NdArray> = {
  exp: m.exp,
  log: m.log,
  sqrt: m.sqrt,
  sin: m.sin,
  cos: m.cos,
  tan: m.tan,
  asin: m.asin,
  acos: m.acos,
  atan: m.atan,
  sinh: m.sinh,
  cosh: m.cosh,
  tanh: m.tanh,
  asinh: m.asinh,
  acosh: m.acosh,
  atanh: m.atanh,
  abs: m.abs,
  sign: m.sign,
  relu: m.relu,
  sigmoid: m.sigmoid,
  softplus: m.softplus,
  expm1: m.expm1,
  log1p: m.log1p,
  square: m.square,
  reciprocal: m.reciprocal,
  tr: (A) => m.trace(matrix(A)),
  det: (A) => m.det(matrix(A)),
  logdet: (A) => m.logabsdet(matrix(A)),
  norm2: (A) => m.norm(matrix(A)),
  normspec: (A) => m.spectralNorm(matrix(A)),
  normnuc: (A) => m.nuclearNorm(matrix(A)),
  norm1: (A) => m.norm1(A),
  norminf: (A) => m.normInf(A),
  sumsq: (A) => m.sumsq(A),
  sum: (A) => m.sum(A),
  mean: (A) => m.mean(A),
  prod: (A) => m.prod(A),
  max: (A) => m.max(A),
  min: (A) => m.min(A),
  cumsum: (A) => m.cumsum(A, 0),
  cumprod: (A) => m.cumprod(A, 0),
  softmax: (A) => m.softmax(A, 0),
  logsoftmax: (A) => m.logSoftmax(A, 0),
  logsumexp: (A) => m.logsumexp(A),
  normalize: (A) => m.normalize(matrix(A)),
  inner: (A, B) => m.inner(A, B),
  outer: (a, b) => m.outer(flat(a), flat(b)),
  cross: (a, b) => column(m.cross(flat(a), flat(b))),
  toeplitz: (c) => m.toeplitz(flat(c)),
  diag: (A) => (isColumn(A) ? m.diag(flat(A)) : column(m.diagPart(matrix(A)))),
  vec: (A) => column(m.vec(matrix(A))),
  vech: (A) => column(m.vech(matrix(A))),
  kron: (A, B) => m.kron(matrix(A), matrix(B)),
  khatrirao: (A, B) => m.khatriRao(matrix(A), matrix(B)),
  charpoly: (A) => column(m.charpoly(matrix(A))),
  svdmin: (A) => end(m.svdvals(matrix(A))),
  eigmin: (A) => m.take(m.eigvalsh(matrix(A)), 0),
  eigmax: (A) => end(m.eigvalsh(matrix(A))),
  eigvecmin: (A) => column(m.take(m.transpose(m.eigh(matrix(A))[1]), 0)),
  eigvecmax: (A) => column(end(m.transpose(m.eigh(matrix(A))[1]))),
  cosm: (A) => rotation(matrix(A), 0),
  sinm: (A) => rotation(matrix(A), 1),
  inv: (A) => m.inv(matrix(A)),
  adj: (A) => m.adjugate(matrix(A)),
  cof: (A) => m.cofactor(matrix(A)),
  expm: (A) => m.expm(matrix(A)),
  logm: (A) => m.logm(matrix(A)),
  sqrtm: (A) => m.sqrtm(matrix(A)),
  pinv: (A) => m.pinv(matrix(A)),
  chol: (A) => m.cholesky(matrix(A)),
  triu: (A) => m.triu(matrix(A)),
  tril: (A) => m.tril(matrix(A)),
  sym: (A) => m.sym(matrix(A)),
  eye: (n) => constant([size(n), size(n)], (i, j) => (i === j ? 1 : 0)),
  ones: (...n) => constant(shapeOf(n), () => 1),
  zeros: (...n) => constant(shapeOf(n), () => 0),
  comm: (rows, columns) => commutation(size(rows), size(columns)),
};

/** Whether every function that an expression calls is known here. */
export const isKnown = (expression: Expression): boolean => {
  switch (expression.type) {
    case 'call':
      return expression.name in functions && expression.args.every(isKnown);
    case 'unary':
      return isKnown(expression.of);
    case 'binary':
      return isKnown(expression.left) && isKnown(expression.right);
    default:
      return true;
  }
};

/** The value of an expression by matgrad's public functions, on numbers or on values under differentiation. */
export function evaluate(expression: Expression, scope: Scope): NdArray {
  const value = (part: Expression) => evaluate(part, scope);
  switch (expression.type) {
    case 'number':
      return m.array(expression.value);
    case 'name': {
      const known = scope[expression.name];
      if (known === undefined) throw new ReferenceError(`no ${expression.name} in scope`);
      return typeof known === 'number' ? m.array(known) : scalar(known);
    }
    case 'unary': {
      const A = value(expression.of);
      return expression.op === '-' ? m.neg(A) : isScalar(A) ? A : m.transpose(A);
    }
    case 'binary':
      return scalar(operators[expression.op](value(expression.left), value(expression.right)));
    default: {
      const run = functions[expression.name];
      if (run === undefined) throw new ReferenceError(`no function ${expression.name}`);
      return scalar(run(...expression.args.map(value)));
    }
  }
}
