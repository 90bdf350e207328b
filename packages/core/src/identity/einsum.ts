import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { hadamard } from './hadamard.ts';
import { matmul } from './matmul.ts';
import { permuteAxes } from './permuteAxes.ts';
import { reshape } from './reshape.ts';
import { strided } from './strided.ts';
import { sum } from './sum.ts';

/** An operand, and a letter for each of its axes. */
interface Operand {
  readonly value: NdArray;
  readonly labels: readonly string[];
}
type Sizes = ReadonlyMap<string, number>;

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

/** The terms of the operands and of the result, by NumPy's rules. */
function parse(subscripts: string, values: readonly NdArray[]): [string[][], string[]] {
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

/** An operand without axes that only repeat it or one another: diagonals taken, broadcast axes dropped. */
function simplified({ value, labels }: Operand, sizes: Sizes): Operand {
  const { shape } = value;
  const own = labels.filter((letter, axis) => shape[axis] === sizes.get(letter));
  const distinct = [...new Set(own)];
  if (distinct.length === labels.length) return { value, labels };
  const strides = distinct.map((letter) =>
    labels.reduce((total, other, axis) => {
      const counts = other === letter && shape[axis] !== 1;
      return counts ? total + sizeOf(shape.slice(axis + 1)) : total;
    }, 0),
  );
  return {
    value: strided(
      value,
      distinct.map((letter) => sizes.get(letter) as number),
      strides,
    ),
    labels: distinct,
  };
}

/** An operand summed over the axes that nothing else needs. */
function reduced({ value, labels }: Operand, needed: ReadonlySet<string>): Operand {
  const axes = labels.flatMap((letter, axis) => (needed.has(letter) ? [] : [axis]));
  if (axes.length === 0) return { value, labels };
  return { value: sum(value, axes), labels: labels.filter((letter) => needed.has(letter)) };
}

const arranged = ({ value, labels }: Operand, order: readonly string[]): NdArray =>
  permuteAxes(
    value,
    order.map((letter) => labels.indexOf(letter)),
  );

/** The product of two operands, summed over the letters that they share and nothing else needs: a product of matrices. */
function contract(a: Operand, b: Operand, needed: ReadonlySet<string>, sizes: Sizes): Operand {
  const both = a.labels.filter((letter) => b.labels.includes(letter));
  const [batch, inner] = [both.filter((l) => needed.has(l)), both.filter((l) => !needed.has(l))];
  const [left, right] = [a, b].map(({ labels }) => labels.filter((l) => !both.includes(l)));
  const size = (letters: readonly string[]) => sizeOf(letters.map((l) => sizes.get(l) as number));
  const lead = batch.length > 0 ? [size(batch)] : [];
  const [m, k, n] = [left, inner, right].map(size);
  const A = reshape(arranged(a, [...batch, ...left, ...inner]), [...lead, m, k]);
  const B = reshape(arranged(b, [...batch, ...inner, ...right]), [...lead, k, n]);
  const labels = [...batch, ...left, ...right];
  const product = inner.length > 0 ? matmul(A, B) : hadamard(A, B);
  return {
    value: reshape(
      product,
      labels.map((l) => sizes.get(l) as number),
    ),
    labels,
  };
}

/**
 * Sums of products of arrays in Einstein's notation, NumPy's: products of matrices, traces, diagonals, outer products, contractions.
 *
 * Pairs are contracted in the order that keeps what is between small, each by one product of matrices.
 *
 * @param subscripts a letter for each axis of each operand, and for those of the result after '->': `'ij,jk->ik'`
 * @param operands arrays; '...' stands for leading axes, which broadcast
 * @returns Y with the axes after the arrow: the products of all entries, summed over all other letters
 * @throws {ShapeError} if the sizes of a letter differ, or the operands do not fit the subscripts
 * @throws {DomainError} if the subscripts make no sense
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(einsum('ij,jk->ik', [[1, 2], [3, 4]], [[0, 1], [1, 0]])) //=> [[2, 1], [4, 3]]
 * toNested(einsum('ii', [[1, 2], [3, 4]])) //=> 5
 * toNested(grad((A) => einsum('i,ij,j', [1, 2], A, [1, 1]))([[1, 2], [3, 4]])) //=> [[1, 1], [2, 2]]
 */
export function einsum(subscripts: string, ...operands: readonly ArrayInput[]): NdArray {
  if (typeof subscripts !== 'string')
    throw new DomainError('einsum', `expected subscripts such as 'ij,jk->ik', got ${typeof subscripts}`);
  const values: Value[] = operands.map((operand, i) => toValue('einsum', operand, i));
  const [labels, output] = parse(subscripts, values);
  const sizes = sizesOf(labels, values);
  if (new Set(output).size < output.length || output.some((letter) => !sizes.has(letter)))
    throw new DomainError(
      'einsum',
      `expected letters of the operands, each once, after '->', got '${subscripts}'`,
    );
  let terms: Operand[] = values.map((value, i) => simplified({ value, labels: labels[i] }, sizes));
  const needed = (but: readonly Operand[]) =>
    new Set([...output, ...terms.filter((term) => !but.includes(term)).flatMap((term) => term.labels)]);
  const weigh = (letters: readonly string[]) => letters.reduce((n, l) => n * (sizes.get(l) as number), 1);
  while (terms.length > 1) {
    terms = terms.map((term) => reduced(term, needed([term])));
    let best: readonly [Operand, Operand] = [terms[0], terms[1]];
    let least = Number.POSITIVE_INFINITY;
    for (const [i, a] of terms.entries()) {
      for (const b of terms.slice(i + 1)) {
        const rest = needed([a, b]);
        const union = [...new Set([...a.labels, ...b.labels])];
        const growth = weigh(union.filter((l) => rest.has(l))) - weigh(a.labels) - weigh(b.labels);
        if (growth < least) [least, best] = [growth, [a, b]];
      }
    }
    const [a, b] = best;
    const product = contract(a, b, needed(best), sizes);
    terms = [...terms.filter((term) => term !== a && term !== b), product];
  }
  const [last] = terms.map((term) => reduced(term, new Set(output)));
  // Letters whose axes are all of size 1 were never dropped, so nothing of the output is missing.
  return arranged(last, output);
}
