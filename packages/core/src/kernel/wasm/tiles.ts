import { KC, MC, NC } from '../panels.ts';
import {
  add,
  addVectors,
  and,
  assemble,
  type Code,
  constant,
  get,
  less,
  load,
  loadTwice,
  loop,
  multiply,
  multiplyVectors,
  set,
  store,
  subtract,
  when,
  zeros,
} from './assemble.ts';

/** Where the packed B and the product begin, in bytes; the packed A is at 0. */
export const B = 8 * KC * MC;
export const T = B + 8 * KC * NC;
const PAGES = Math.ceil((T + 8 * MC * NC) / 65536);

// Parameters, then variables.
const [mc, nc, kc, diag, i, j, a, b, end] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [x, b0, b1, c] = [9, 10, 11, 12];

/** The two halves of the four rows of a tile. */
const tile = (part: (row: number, half: number, sum: number) => Code): Code =>
  [0, 1, 2, 3].map((row) => [0, 1].map((half) => part(row, half, c + 2 * row + half)));

const step: Code = [
  set(b0, load(get(b), 0)),
  set(b1, load(get(b), 16)),
  [0, 1, 2, 3].map((row) => [
    set(x, loadTwice(get(a), 8 * row)),
    [0, 1].map((half) => {
      const sum = c + 2 * row + half;
      return set(sum, addVectors(get(sum), multiplyVectors(get(x), get(b0 + half))));
    }),
  ]),
  set(a, add(get(a), constant(32))),
  set(b, add(get(b), constant(32))),
];

const product: Code = [
  set(a, multiply(multiply(get(i), get(kc)), constant(8))),
  set(b, add(multiply(multiply(get(j), get(kc)), constant(8)), constant(B))),
  set(end, add(get(b), multiply(get(kc), constant(32)))),
  tile((_row, _half, sum) => set(sum, zeros)),
  loop(step, less(get(b), get(end))),
  set(a, multiply(add(multiply(get(i), constant(NC)), get(j)), constant(8))),
  tile((row, half, sum) => store(get(a), T + 8 * (row * NC + 2 * half), get(sum))),
];

/**
 * The module that multiplies packed panels, 4×4 entries at a time: f(mc, nc, kc, diag) writes the product to T, rows NC apart.
 *
 * In row i, columns beyond i + diag are of no interest.
 */
export const tiles = (): Uint8Array<ArrayBuffer> =>
  assemble(PAGES, 4, 5, 11, [
    set(j, constant(0)),
    loop(
      [
        set(i, and(subtract(get(j), get(diag)), constant(-4))),
        when(less(get(i), constant(0)), set(i, constant(0))),
        when(less(get(i), get(mc)), loop([product, set(i, add(get(i), constant(4)))], less(get(i), get(mc)))),
        set(j, add(get(j), constant(4))),
      ],
      less(get(j), get(nc)),
    ),
  ]);
