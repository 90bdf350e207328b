import type { Algebra, Factor, Rewritable } from '../algebra.ts';
import { broadcastIndex, broadcastShapes, type NdArray, sameShape, sizeOf } from '../array.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { gemm } from '../kernel/gemm.ts';
import { trsm } from '../kernel/trsm.ts';
import { Transposed } from './transposed.ts';

/** What a factorisation offers to the words that take one; which of these it has depends on the identity. */
export interface Factorisation {
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
  cofactor(): NdArray;
  dcofactor(E: NdArray): NdArray;
}

const like = (A: NdArray, data: Float64Array): NdArray => ({ shape: A.shape, data });
const stackOf = (A: NdArray) => A.shape.slice(0, -2);
const rows = (A: NdArray) => A.shape[A.shape.length - 2];
const columns = (A: NdArray) => A.shape[A.shape.length - 1];

function broadcast(op: string, a: readonly number[], b: readonly number[]): readonly number[] {
  const shape = broadcastShapes(a, b);
  if (shape === null)
    throw new ShapeError(op, 'shapes that broadcast', `${showShape(a)} and ${showShape(b)}`);
  return shape;
}

/** The common stack of two operands and, for each of its members, which matrix of either it is. */
function pairStacks(op: string, a: readonly number[], b: readonly number[]) {
  const shape = broadcast(op, a, b);
  return { shape, ia: broadcastIndex(a, shape), ib: broadcastIndex(b, shape) };
}

function elementwise(op: string, A: NdArray, B: NdArray, f: (a: number, b: number) => number): NdArray {
  const a = A.data;
  const b = B.data;
  if (sameShape(A.shape, B.shape)) {
    const y = new Float64Array(a.length);
    for (let i = 0; i < y.length; i++) y[i] = f(a[i], b[i]);
    return like(A, y);
  }
  const { shape, ia, ib } = pairStacks(op, A.shape, B.shape);
  const y = new Float64Array(ia.length);
  for (let i = 0; i < y.length; i++) y[i] = f(a[ia[i] as number], b[ib[i] as number]);
  return { shape, data: y };
}

function product(A: NdArray, B: NdArray): NdArray {
  const [m, k, n] = [rows(A), columns(A), columns(B)];
  const { shape, ia, ib } = pairStacks('matmul', stackOf(A), stackOf(B));
  const y = new Float64Array(ia.length * m * n);
  const a = A instanceof Transposed ? A.of.data : A.data;
  const b = B instanceof Transposed ? B.of.data : B.data;
  const [aRow, aColumn] = A instanceof Transposed ? [1, m] : [k, 1];
  const [bRow, bColumn] = B instanceof Transposed ? [1, k] : [n, 1];
  for (let i = 0; i < ia.length; i++) {
    const [p, q] = [ia[i] * m * k, ib[i] * k * n];
    gemm(m, n, k, 1, a, p, aRow, aColumn, b, q, bRow, bColumn, 0, y, i * m * n, n);
  }
  return { shape: [...shape, m, n], data: y };
}

function triangularSolve(transposed: boolean, L: NdArray, B: NdArray): NdArray {
  const [n, k] = [rows(B), columns(B)];
  const { shape, ia, ib } = pairStacks('solveTriangular', stackOf(L), stackOf(B));
  const y = new Float64Array(ia.length * n * k);
  const [row, column] = transposed ? [1, n] : [n, 1];
  for (let i = 0; i < ia.length; i++) {
    const at = i * n * k;
    const from = ib[i] * n * k;
    y.set(B.data.subarray(from, from + n * k), at);
    trsm(transposed, false, n, k, L.data, ia[i] * n * n, row, column, y, at, k);
  }
  return { shape: [...shape, n, k], data: y };
}

/** Sums of A over all of each member, as scalars of the stack. */
function perMember(A: NdArray, term: (member: number, i: number, j: number, at: number) => number): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const shape = stackOf(A);
  const y = new Float64Array(sizeOf(shape));
  for (let member = 0, at = 0; member < y.length; member++) {
    let sum = 0;
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) sum += term(member, i, j, at++);
    y[member] = sum;
  }
  return { shape, data: y };
}

/** A with every entry of its matrices rewritten by position. */
function entries(A: NdArray, f: (a: number, i: number, j: number, at: number) => number): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const y = new Float64Array(A.data.length);
  for (let at = 0; at < y.length; ) {
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++, at++) y[at] = f(A.data[at], i, j, at);
  }
  return like(A, y);
}

/** (A + Aᵀ)/2; A itself where that changes nothing. */
function symmetricPart(A: NdArray): NdArray {
  const n = rows(A);
  const { data } = A;
  let y: Float64Array | undefined;
  for (let at = 0; at < data.length; at += n * n) {
    for (let i = 1; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const [p, q] = [at + i * n + j, at + j * n + i];
        if (data[p] === data[q]) continue;
        y ??= data.slice();
        // Halving first keeps the sum of two huge entries finite.
        y[p] = data[p] / 2 + data[q] / 2;
        y[q] = y[p];
      }
    }
  }
  return y ? like(A, y) : A;
}

const scalar = (c: NdArray | number): NdArray =>
  typeof c === 'number' ? { shape: [], data: Float64Array.of(c) } : c;

/** The algebra on float64 arrays: what everything else comes down to. */
export const float64: Algebra<NdArray, Factor> = {
  level: 0,
  add: (A, B) => elementwise('add', A, B, (a, b) => a + b),
  sub: (A, B) => elementwise('sub', A, B, (a, b) => a - b),
  had: (A, B) => elementwise('hadamard', A, B, (a, b) => a * b),
  neg: (A) =>
    like(
      A,
      A.data.map((a) => -a),
    ),
  scale: (c, A) => {
    const { shape, data } = scalar(c);
    return elementwise(
      'scale',
      A,
      { shape: shape.length === 0 ? [] : [...shape, 1, 1], data },
      (a, b) => b * a,
    );
  },
  mul: (A, B, ...more) => more.reduce(product, product(A, B)),
  t: (A) => (A instanceof Transposed ? A.of : new Transposed(A)),
  trace: (A) => perMember(A, (_, i, j, at) => (i === j ? A.data[at] : 0)),
  inner: (A, B) => {
    if (sameShape(A.shape, B.shape)) return perMember(A, (_, _i, _j, at) => A.data[at] * B.data[at]);
    const both = float64.had(A, B);
    return perMember(both, (_, _i, _j, at) => both.data[at]);
  },
  map: (A, { name, value }, p = 0) => {
    const y = A.data.map((a) => value(a, p));
    const bad = y.findIndex((a) => !Number.isFinite(a));
    if (bad < 0) return like(A, y);
    throw new DomainError(name, `expected a finite value, got ${name}(${A.data[bad]}) = ${y[bad]}`);
  },

  fill: (A, c) => like(A, new Float64Array(sizeOf(A.shape)).fill(c)),
  eye: (A) => entries(float64.fill(A, 0), (_, i, j) => (i === j ? 1 : 0)),

  sym: symmetricPart,
  tril: (A) => entries(A, (a, i, j) => (i < j ? 0 : a)),
  phi: (A) => entries(A, (a, i, j) => (i < j ? 0 : i === j ? a / 2 : a)),

  ldiv: (f, B) => (f as Factorisation).solve(B),
  ldivT: (f, B) => (f as Factorisation).solveT(B),
  cofactor: (f) => (f as Factorisation).cofactor(),
  dcofactor: (f, E) => (f as Factorisation).dcofactor(E),
  lsolve: (L, B) => triangularSolve(false, L, B),
  lsolveT: (L, B) => triangularSolve(true, L, B),

  sumTo: (A, shape) => {
    if (sameShape(A.shape, shape)) return A;
    const index = broadcastIndex(shape, A.shape);
    const y = new Float64Array(sizeOf(shape));
    for (let i = 0; i < index.length; i++) y[index[i]] += A.data[i];
    return { shape, data: y };
  },
  broadcastTo: (A, shape) =>
    sameShape(A.shape, shape)
      ? A
      : { shape, data: Float64Array.from(broadcastIndex(A.shape, shape), (i) => A.data[i]) },
  reshape: (A, shape) => ({ shape, data: A.data }),
  stack: (...parts) => {
    const [{ shape, data }] = parts;
    const y = new Float64Array(parts.length * data.length);
    parts.forEach((part, i) => {
      y.set(part.data, i * data.length);
    });
    return { shape: [parts.length, ...shape], data: y };
  },
  take: ({ shape: [, ...shape], data }, i) => {
    const size = sizeOf(shape);
    return { shape, data: data.slice(i * size, (i + 1) * size) };
  },
  put: (A, i, n) => {
    const y = new Float64Array(n * A.data.length);
    y.set(A.data, i * A.data.length);
    return { shape: [n, ...A.shape], data: y };
  },

  call: (id: Rewritable, x, o) => {
    const { y, f } = id.forward(x, o);
    return { x, y, f, o };
  },
};
