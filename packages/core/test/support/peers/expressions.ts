import { type ArrayInput, type NdArray, type Nested, sizeOf } from '../../../src/array.ts';
import { eigvals, sqrtm } from '../../../src/spectra.ts';
import * as m from '../everything.ts';
import type { Input, Result } from './cases.ts';

/** Numbers as they come: what is no array at all is for matgrad to refuse. */
const given = (x: unknown) => x as ArrayInput;
const call = (f: (...args: never[]) => NdArray, ...args: readonly unknown[]): NdArray =>
  (f as (...args: unknown[]) => NdArray)(...args);
const shapeOf = (x: unknown): readonly number[] => m.array(given(x)).shape;
const empty = (x: unknown) =>
  Array.isArray(x) && (x.length === 0 || (x.length === 1 && Array.isArray(x[0]) && x[0].length === 0));
const NOTHING: NdArray = { shape: [0, 0], data: new Float64Array() };

/** A number or a vector of one entry is a 1×1 matrix in some libraries, and [] and [[]] are 0×0. */
function square(x: unknown): unknown {
  if (empty(x)) return NOTHING;
  if (typeof x === 'number') return [[x]];
  return Array.isArray(x) && x.length === 1 && typeof x[0] === 'number' ? [x] : x;
}
/** A result in the shape that the library would give it. */
const like = (x: unknown, y: NdArray): NdArray => {
  const shape = typeof x === 'number' ? [] : shapeOf(x);
  return shape.length < 2 && sizeOf(y.shape) === sizeOf(shape) ? m.reshape(y, shape) : y;
};
const nested = (A: NdArray): Nested => m.toNested(A);
const column = (A: NdArray): NdArray => m.reshape(A, [sizeOf(A.shape), 1]);
const flat = (x: unknown): NdArray => {
  const A = m.array(given(x));
  return m.reshape(A, [sizeOf(A.shape)]);
};
const absolute = (A: NdArray) => nested(m.abs(A));

type Expression = (input: Input) => NdArray | Result;

/** The function of one matrix, and whatever else it was given. */
const one =
  (f: (...args: never[]) => NdArray): Expression =>
  ({ A, rest = [] }) =>
    like(A, call(f, square(A), ...rest));

const INF = Number.POSITIVE_INFINITY;
const ORDERS: Readonly<Record<string, number>> = { inf: INF, '-inf': -INF };
/** The order of a norm by matgrad's name. */
const order = (ord: unknown): m.NormOrder | undefined =>
  ORDERS[String(ord)] ?? (ord as m.NormOrder | undefined);

/** Complex numbers in the order of their real parts; `values` where all are real. */
const eigenvalues: Expression = ({ A }) => {
  const [re, im] = eigvals(given(A));
  return { values: nested(re), real: nested(re), imag: nested(im) };
};

/** The factors of P·A = L·U, both in one matrix too, and which row of A stands in each row. */
const lup: Expression = ({ A }) => {
  const [P, L, U] = m.lu(given(A));
  const n = P.shape[0] as number;
  const order = Array.from({ length: n }, (_, i) => P.data.indexOf(1, i * n) - i * n);
  // LAPACK's pivots: the row that each step exchanges with.
  const rows = order.map((_, i) => i);
  const pivots = order.map((row, i) => {
    const at = rows.indexOf(row);
    [rows[i], rows[at]] = [rows[at] as number, rows[i] as number];
    return at;
  });
  const square = L.shape[1] === U.shape[0] && L.shape[0] === U.shape[1];
  return {
    L: nested(L),
    U: nested(U),
    // Where each row of A has gone.
    p: order.map((_, i) => order.indexOf(i)),
    permutation: order,
    pivots,
    ...(square && { LU: nested(m.sub(m.add(L, U), m.eye(n))) }),
  };
};

const lowerOf = (x: unknown) => m.tril(given(x));

/** Every kind of triangular system by the two that matgrad has. */
const triangular: Expression = ({ A, b, options = {} }) => {
  const [L, B] = [m.array(given(A)), m.array(given(b))];
  const { lower = false, transpose = false } = options;
  if (lower) return transpose ? m.solveTriangularTransposed(L, B) : m.solveTriangular(L, B);
  return transpose ? m.solveTriangular(m.transpose(L), B) : m.solveTriangularTransposed(m.transpose(L), B);
};

const asRow = (x: unknown): NdArray => {
  const A = m.array(given(x));
  return A.shape.length === 1 ? m.reshape(A, [1, ...A.shape]) : A;
};
const asColumn = (b: unknown) => column(m.array(given(b)));

/** Which matgrad expression stands for which operation of other libraries. */
export const expressions: Readonly<Record<string, Expression>> = {
  adjugate: ({ A }) => m.adjugate(given(A)),
  cholesky: ({ A, options }) => m.cholesky(options?.symmetrize ? m.sym(given(A)) : given(A)),
  cond: ({ A, ord }) => m.cond(given(A), order(ord)),
  cross: ({ A, B }) => {
    const v = m.cross(flat(A), flat(B));
    return shapeOf(A).length === 1 && shapeOf(B).length === 1 ? v : m.reshape(v, [1, 3]);
  },
  det: ({ A, rest = [] }) => call(m.det, square(A), ...rest),
  dot: ({ A, B }) => m.inner(flat(A), flat(B)),
  eig: eigenvalues,
  eigh: ({ A }) => {
    const [w, V] = m.eigh(given(A));
    return { values: nested(w), absVectors: absolute(V) };
  },
  eigs: eigenvalues,
  eigvalsh: ({ A, options }) => {
    const { triangle } = options ?? {};
    const L = triangle === 'upper' ? m.transpose(given(A)) : m.array(given(A));
    return m.eigvalsh(
      triangle ? m.sub(m.add(lowerOf(L), m.transpose(lowerOf(L))), m.diag(m.diagPart(L))) : L,
    );
  },
  expm: ({ A }) => m.expm(given(A)),
  inv: ({ A, rest = [], options }) => {
    const Y = like(A, call(m.inv, square(A), ...rest));
    return options?.adjoint ? m.transpose(Y) : Y;
  },
  // A vector is a row, and a product of vectors a vector.
  kron: ({ A, B }) => {
    if (A === undefined || B === undefined) return call(m.kron, A, B);
    const [X, Y] = [asRow(A), asRow(B)];
    const Z = m.kron(X, Y);
    return shapeOf(A).length + shapeOf(B).length === 2 ? m.reshape(Z, [sizeOf(Z.shape)]) : Z;
  },
  kronSum: ({ A, B }) => {
    const [X, Y] = [m.array(given(A)), m.array(given(B))];
    return m.add(m.kron(X, m.eye(Y.shape[0])), m.kron(m.eye(X.shape[0]), Y));
  },
  lsolve: ({ A, b }) => m.solveTriangular(given(A), asColumn(b)),
  lstsq: ({ A, b }) => m.lstsq(given(A), given(b)),
  lstsqFitted: ({ A, b }) => m.matmul(given(A), m.lstsq(given(A), given(b))),
  lu: lup,
  lup,
  lusolve: ({ A, b }) => {
    const B = asColumn(b);
    if (Array.isArray(A)) return m.solve(given(A), B);
    const { L, U, p } = A as { L: ArrayInput; U: ArrayInput; p: readonly number[] };
    // p says in which row a row of A stands.
    const order = p.map((_, i) => p.indexOf(i));
    const moved = { shape: B.shape, data: Float64Array.from(order, (i) => B.data[i] as number) };
    return m.solveTriangularTransposed(m.transpose(U), m.solveTriangular(L, moved));
  },
  matrixPower: ({ A, n }) => m.matrixPower(given(A), n as number),
  multiDot: ({ mats }) => (mats as NdArray[]).map((A) => m.array(A)).reduce((P, A) => m.matmul(P, A)),
  norm: ({ A, ord, rest = [] }) => {
    if (typeof A === 'number') return call(m.abs, A, ...rest);
    return ord === 'max' ? m.max(m.abs(given(A))) : call(m.norm, A, order(ord), ...rest);
  },
  nullity: ({ A }) => m.nullspace(given(A)).shape[1],
  // That of a vector has one axis, as the vector has.
  pinv: ({ A, rest = [] }) =>
    like(A, call(m.pinv, shapeOf(square(A)).length === 1 ? asColumn(A) : square(A), ...rest)),
  pinvHermitian: ({ A }) => m.pinv(m.sym(given(A))),
  qr: ({ A, options }) => {
    const [Q, R] = m.qr(given(A), { mode: options?.mode === 'complete' ? 'complete' : 'thin' });
    return { Q: nested(Q), R: nested(R), absQ: absolute(Q), absR: absolute(R) };
  },
  rank: ({ A }) => m.matrixRank(given(A)),
  ridge: ({ A, b, lambda }) => m.ridge(given(A), given(b), given(lambda)),
  slogdet: ({ A }) => {
    const [sign, logabsdet] = m.slogdet(given(square(A)));
    return { sign: nested(sign), logabsdet: nested(logabsdet) };
  },
  solve: ({ A, b }) => m.solve(given(A), given(b)),
  solveTriangular: triangular,
  sqrtm: one(sqrtm),
  svd: ({ A }) => {
    const [U, S, V] = m.svd(given(A));
    return { absU: absolute(U), S: nested(S), absV: absolute(V) };
  },
  svdvals: ({ A }) => m.svdvals(given(A)),
  trace: ({ A, rest = [] }) => call(m.trace, square(A), ...rest),
  usolve: ({ A, b }) => m.solveTriangularTransposed(m.transpose(given(A)), asColumn(b)),
  vectorNorm: ({ x, ord }) => m.norm(given(x), order(ord)),

  // Derivatives that a forward suite asks for.
  'vjp:inv': ({ A, cotangent }) => m.inv.vjp(given(A)).pullback(given(cotangent))[0],
  'vjp:slogdet': ({ A, cotangent }) => m.slogdet.vjp(given(A)).pullback([null, given(cotangent)])[0],
  'vjp:det (singular A)': ({ A, cotangent }) => m.det.vjp(given(A)).pullback(given(cotangent))[0],
  'jvp:lstsq': ({ A, b, db }) => m.jvp((x) => m.lstsq(given(A), x), [given(b)], [given(db)]).tangent,
  'jvp:cholesky': ({ A, dA }) => m.jvp((x) => m.cholesky(x), [given(A)], [given(dA)]).tangent,
  'jvp:solveTriangular wrt b': ({ A, b, db }) =>
    m.jvp((x) => m.solveTriangular(given(A), x), [given(b)], [given(db)]).tangent,
  'grad:sumsq(lstsq) wrt b': ({ A, b }) => m.grad((x) => m.sumsq(m.lstsq(given(A), x)))(given(b)),
  'grad:sumsq(cholesky(sym(A)))': ({ A }) => m.grad((x) => m.sumsq(m.cholesky(m.sym(x))))(given(A)),
  'grad:sumsq(solveTriangular) wrt b': ({ A, b }) =>
    m.grad((x) => m.sumsq(m.solveTriangular(given(A), x)))(given(b)),
};
