import type { IndexMap, Value } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';
import { scale } from '../identity/scale.ts';

export const { add, sub, neg, had, mul, t, trace, inner, eye, fill } = ambient;
export { scale };

/** A 1×1 product as the scalar that it is. */
export const scalarOf = (A: Value): Value => ambient.reshape(A, []);
/** 2·A. */
export const twice = (A: Value): Value => scale(2, A);
/** ‖A‖². */
export const squared = (A: Value): Value => inner(A, A);
/** Product of scalars. */
export const times = (a: Value, b: Value): Value => scale(a, b);

const isSymbol = (A: Value) => A.shape.length === 0;
const unit = (A: Value, n: number): Value =>
  eye(isSymbol(A) ? A : { shape: [n, n], data: new Float64Array(n * n) });
/** I of as many rows as A has. */
export const eyeRows = (A: Value): Value => unit(A, A.shape[A.shape.length - 2]);
/** I of as many rows as A has columns. */
export const eyeColumns = (A: Value): Value => unit(A, A.shape[A.shape.length - 1]);
/** I of as many rows as vec(A) has. */
export const eyeStacked = (A: Value): Value =>
  unit(
    A,
    A.shape.reduce((m, n) => m * n, 1),
  );

/** M·K with the commutation matrix of X, K·vec(X) = vec(Xᵀ): its columns permuted. */
export function timesCommutation(M: Value, X: Value): Value {
  const [m, n] = X.shape;
  const map: IndexMap = {
    name: 'commutation',
    latex: (A) => (/ [-+] | \\otimes /.test(A) ? `(${A}) K` : A === 'I' ? 'K' : `${A} K`),
    shape: (rows, columns) => [rows, columns],
    // Column i + j·m of the product is column j + i·n of M.
    index: (rows, columns) =>
      Array.from({ length: rows * columns }, (_, at) => {
        const column = at % columns;
        const [i, j] = [column % m, Math.floor(column / m)];
        return at - column + j + i * n;
      }),
  };
  return ambient.gather(M, map);
}
