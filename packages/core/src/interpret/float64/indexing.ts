import type { IndexMap } from '../../algebra.ts';
import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { columns, rows } from './layout.ts';

interface Origins {
  readonly m: number;
  readonly n: number;
  readonly from: ArrayLike<number>;
}

// A program asks for the same ones over and over, and to make them takes longer than to use them. Of large ones none is kept.
const LARGEST = 2 ** 16;
const last = /* @__PURE__ */ new WeakMap<IndexMap, Origins>();

/** For each entry of the result the position of its origin in an m×n matrix, -1 for zero. */
function originsOf(map: IndexMap, m: number, n: number): ArrayLike<number> {
  const known = last.get(map);
  if (known?.m === m && known.n === n) return known.from;
  const from = map.index(m, n);
  if (from.length <= LARGEST) last.set(map, { m, n, from });
  return from;
}

export function gather(A: NdArray, map: IndexMap): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const { data } = A;
  const from = originsOf(map, m, n);
  const stack = stackOf(A);
  const y = allocate(sizeOf(stack) * from.length);
  for (let a = 0, at = 0; at < y.length; a += m * n) {
    for (let j = 0; j < from.length; j++, at++) if (from[j] >= 0) y[at] = data[a + from[j]];
  }
  return { shape: [...stack, ...map.shape(m, n)], data: y };
}

export function scatter(A: NdArray, map: IndexMap, to: readonly number[]): NdArray {
  const [m, n] = to.slice(-2);
  const { data } = A;
  const from = originsOf(map, m, n);
  const stack = A.shape.slice(0, A.shape.length - map.shape(m, n).length);
  const y = allocate(sizeOf(stack) * m * n);
  for (let a = 0, at = 0; a < y.length; a += m * n) {
    for (let j = 0; j < from.length; j++, at++) if (from[j] >= 0) y[a + from[j]] += data[at];
  }
  return { shape: [...stack, m, n], data: y };
}
