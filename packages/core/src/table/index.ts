import { differential } from './differential.ts';
import { hessian } from './hessian.ts';
import { losses } from './losses.ts';
import { matrixByScalar } from './matrixByScalar.ts';
import { products } from './products.ts';
import { scalarByMatrix } from './scalarByMatrix.ts';
import { scalarByVector } from './scalarByVector.ts';
import { vec } from './vec.ts';
import { vectorByVector } from './vectorByVector.ts';

export type { Reading, Row, RowLatex, Variables, With } from './row.ts';
export type { Space } from './space.ts';

/**
 * The tables of matrix calculus as executable data: each row a function and its derivative in closed form.
 *
 * Every row is checked against automatic differentiation on random draws. Rows take their variables by letter, and the
 * derivative has the name of its reading: `gradient`, `jacobian`, `derivative`, `hessian` or `differential`. Shapes and
 * domains that a row names are checked before anything is computed, and no derivative is given where the value throws.
 *
 * @example
 * const { gradient, latex } = tables.scalarByMatrix['tr(AXB)'];
 * toNested(gradient({ A: [[1, 2]], X: [[0, 0], [0, 0]], B: [[3], [4]] })) //=> [[3, 4], [6, 8]]
 * latex.derivative //=> 'A^{\\top} B^{\\top}'
 */
export const tables = /* @__PURE__ */ Object.freeze({
  scalarByVector,
  vectorByVector,
  scalarByMatrix,
  products,
  losses,
  matrixByScalar,
  hessian,
  differential,
  vec,
});
