import type { NdArray } from '../array.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';

/** How long the axes of a letter are. */
export type Sizes = ReadonlyMap<string, number>;

// Axes under '...' get letters that nobody types, counted from the right.
const hidden = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(0xe000 + count - i));

/** Letters of a term, those of its '...' included. */
function lettersOf(term: string, rank: number | undefined, most: number): string[] {
  const [head = '', tail, ...more] = term.split('...');
  const typed = [...head, ...(tail ?? '')];
  const known = typed.every((letter) => /[a-zA-Z]/.test(letter)) && more.length === 0;
  if (!known) throw new DomainError('einsum', `expected letters for axes, got '${term}'`);
  if (tail === undefined) return typed;
  return [...head, ...hidden(rank === undefined ? most : Math.max(0, rank - typed.length)), ...tail];
}

/** The letters of the operands and of the result, by NumPy's rules. */
function lettersOfAll(subscripts: string, values: readonly NdArray[]): [string[][], string[]] {
  const [left = '', right, ...more] = subscripts.replace(/\s/g, '').split('->');
  const terms = left.split(',');
  if (terms.length !== values.length || more.length > 0)
    throw new ShapeError('einsum', `${terms.length} operands for '${subscripts}'`, `${values.length}`);
  const labels = terms.map((term, i) => lettersOf(term, values[i].shape.length, 0));
  const all = labels.flat();
  const most = all.filter((letter) => letter >= '\ue000').map((letter) => letter.charCodeAt(0) - 0xe000);
  const count = Math.max(0, ...most);
  if (right !== undefined) return [labels, lettersOf(right, undefined, count)];
  // Without an arrow: what stands under '...', then the letters that occur once, in alphabetical order.
  const once = all.filter(
    (letter, i) => letter < '\ue000' && all.indexOf(letter) === i && all.lastIndexOf(letter) === i,
  );
  return [labels, [...hidden(count), ...once.sort()]];
}

/** Sizes of the letters; axes of size 1 fit any. */
function sizesOf(labels: readonly (readonly string[])[], values: readonly NdArray[]): Sizes {
  const sizes = new Map<string, number>();
  values.forEach(({ shape }, i) => {
    if (shape.length !== labels[i].length)
      throw new ShapeError('einsum', `${labels[i].length} axes in operand ${i}`, showShape(shape));
    labels[i].forEach((letter, axis) => {
      const known = sizes.get(letter) ?? 1;
      if (known !== 1 && shape[axis] !== 1 && known !== shape[axis])
        throw new ShapeError('einsum', `${known} for axis ${axis} of operand ${i}`, `${shape[axis]}`);
      if (known === 1) sizes.set(letter, shape[axis]);
    });
  });
  return sizes;
}

/** What subscripts say of operands. */
export interface Subscripts {
  /** A letter for each axis of each operand. */
  readonly labels: readonly (readonly string[])[];
  /** The letters of the result. */
  readonly output: readonly string[];
  readonly sizes: Sizes;
}

/** The subscripts of `einsum`, read for its operands. */
export function parseSubscripts(subscripts: string, values: readonly NdArray[]): Subscripts {
  const [labels, output] = lettersOfAll(subscripts, values);
  const sizes = sizesOf(labels, values);
  if (new Set(output).size < output.length || output.some((letter) => !sizes.has(letter)))
    throw new DomainError(
      'einsum',
      `expected letters of the operands, each once, after '->', got '${subscripts}'`,
    );
  return { labels, output, sizes };
}
