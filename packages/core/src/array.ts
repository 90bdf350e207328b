import { DomainError, ShapeError } from './errors.ts';

/**
 * A stack of matrices: row-major float64 `data` under a NumPy `shape`.
 *
 * The last two axes are the matrix, the axes before them a stack; `[]` is a scalar.
 */
export interface NdArray {
  /** Length of each axis. */
  readonly shape: readonly number[];
  /** The entries in row-major order, without gaps; not to be written to. */
  readonly data: Float64Array;
}

/** Numbers nested to any depth, as literals are written: `[[1, 2], [3, 4]]`. */
export type Nested = number | readonly Nested[];

/** Anything with a shape and typed data; scijs ndarrays with strides and offset included. */
export interface StridedArray {
  /** Length of each axis. */
  readonly shape: readonly number[];
  /** The numbers, of any typed array or a plain one. */
  readonly data: ArrayLike<number>;
  /** How far apart entries are along each axis; row-major without gaps where left out. */
  readonly stride?: readonly number[];
  /** Where the first entry stands; 0 where left out. */
  readonly offset?: number;
}

/** What every public function takes for an array. */
export type ArrayInput = Nested | NdArray | StridedArray;

/** Number of entries of a shape. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis];
  return size;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** The shape that NumPy broadcasting gives two shapes, or null where they do not fit. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): readonly number[] | null {
  if (sameShape(a, b)) return a;
  const shape = new Array<number>(Math.max(a.length, b.length));
  for (let i = 1; i <= shape.length; i++) {
    const p = a[a.length - i] ?? 1;
    const q = b[b.length - i] ?? 1;
    if (p !== q && p !== 1 && q !== 1) return null;
    shape[shape.length - i] = p === 1 ? q : p;
  }
  return shape;
}

/**
 * For each entry of `shape`, the position in an array of shape `from` that broadcasts to it.
 *
 * With stacks only, `from` and `shape` are the leading axes and positions count matrices.
 */
export function broadcastIndex(from: readonly number[], shape: readonly number[]): Int32Array {
  let index = new Int32Array(1);
  for (let axis = 0, lead = shape.length - from.length; axis < shape.length; axis++) {
    const size = shape[axis];
    const own = axis < lead ? 1 : from[axis - lead];
    const next = new Int32Array(index.length * size);
    for (let p = 0, q = 0; p < index.length; p++) {
      const base = index[p] * own;
      for (let i = 0; i < size; i++) next[q++] = own === 1 ? base : base + i;
    }
    index = next;
  }
  return index;
}

/** The leading axes of a stack of matrices. */
export const stackOf = (A: { readonly shape: readonly number[] }): readonly number[] => A.shape.slice(0, -2);

const FIRST = [0];

/** The common shape of two stacks and, for each of its members, which member of either it is; they must broadcast. */
export function pairStacks(a: readonly number[], b: readonly number[]) {
  const stack = broadcastShapes(a, b) as readonly number[];
  const index = (from: readonly number[]): ArrayLike<number> =>
    stack.length > 0 ? broadcastIndex(from, stack) : FIRST;
  return { stack, ia: index(a), ib: index(b) };
}

// A DataView has no length.
const isTyped = (x: unknown): x is ArrayLike<number> =>
  ArrayBuffer.isView(x) && (x as unknown as ArrayLike<number>).length >= 0;

function fromNested(op: string, x: readonly Nested[]): NdArray {
  const shape: number[] = [];
  // Nesting deeper than anyone's goes in circles.
  for (let row: Nested = x; Array.isArray(row) && shape.length < 32; row = row[0]) shape.push(row.length);
  const data: number[] = [];
  const read = (item: unknown, axis: number): void => {
    if (axis === shape.length) {
      data.push(toNumber(op, item));
      return;
    }
    if (!Array.isArray(item) || item.length !== shape[axis]) {
      const got = Array.isArray(item) ? `one of length ${item.length}` : `${toNumber(op, item)}`;
      throw new ShapeError(op, `rows of length ${shape[axis]}`, got);
    }
    for (const inner of item) read(inner, axis + 1);
  };
  read(x, 0);
  return { shape, data: Float64Array.from(data) };
}

function fromStrided(op: string, x: StridedArray): NdArray {
  const { shape, data, stride, offset = 0 } = x;
  for (let axis = 0; axis < shape.length; axis++) {
    if (!(shape[axis] >= 0 && Number.isInteger(shape[axis]))) misfit(op, x);
  }
  if (stride === undefined && offset === 0) {
    if (data.length !== sizeOf(shape)) misfit(op, x);
    if (data instanceof Float64Array) return x as NdArray;
    return { shape, data: Float64Array.from(data, (item) => toNumber(op, item)) };
  }
  let positions = [offset];
  shape.forEach((d, axis) => {
    const step = stride?.[axis] ?? sizeOf(shape.slice(axis + 1));
    positions = positions.flatMap((p) => Array.from({ length: d }, (_, i) => p + i * step));
  });
  const read = (p: number) => (p in data ? toNumber(op, data[p]) : misfit(op, x));
  return { shape, data: Float64Array.from(positions, read) };
}

function misfit(op: string, { shape, data }: StridedArray): never {
  throw new ShapeError(op, `data that fill the shape [${shape}]`, `${data.length} numbers`);
}

function refuse(op: string, x: unknown): never {
  const name = x === null ? 'null' : typeof x === 'object' ? (x.constructor?.name ?? 'an object') : typeof x;
  throw new DomainError(op, `expected a number, nested arrays or an object with shape and data, got ${name}`);
}

const toNumber = (op: string, x: unknown): number => (typeof x === 'number' ? x : refuse(op, x));

/** Converts an argument of the public function `op`; float64 data with a shape is taken as it is, not copied. */
export function toArray(op: string, x: unknown): NdArray {
  if (typeof x === 'number') return { shape: [], data: Float64Array.of(x) };
  if (Array.isArray(x)) return fromNested(op, x);
  if (typeof x === 'object' && x !== null) {
    const { shape, data } = x as StridedArray;
    if (Array.isArray(shape) && (isTyped(data) || Array.isArray(data)))
      return fromStrided(op, x as StridedArray);
    if (isTyped(x)) return fromStrided(op, { shape: [x.length], data: x });
  }
  return refuse(op, x);
}

/**
 * Makes an NdArray of a number, nested arrays, a typed array or anything with `shape` and `data`.
 *
 * @param x numbers nested to any depth, or `{ shape, data }` with optional scijs `stride` and `offset`
 * @returns the same numbers, row-major, in float64
 * @throws {ShapeError} if rows differ in length or the data do not fill the shape
 * @throws {DomainError} if x holds anything but numbers
 * @example
 * array([[1, 2], [3, 4]]).shape //=> [2, 2]
 */
export const array = (x: ArrayInput): NdArray => toArray('array', x);

/**
 * Gives the numbers of an array as nested arrays, a scalar as a number.
 *
 * @param A an array, not under differentiation
 * @returns numbers nested as deep as A has axes
 * @example
 * toNested(inv([[2, 0], [0, 4]])) //=> [[0.5, 0], [0, 0.25]]
 */
export function toNested(A: ArrayInput): Nested {
  const { shape, data } = toArray('toNested', A);
  const build = (axis: number, start: number, size: number): Nested => {
    if (axis === shape.length) return data[start];
    const d = shape[axis];
    return Array.from({ length: d }, (_, i) => build(axis + 1, start + (i * size) / d, size / d));
  };
  return build(0, 0, data.length);
}
