import { type NdArray, sizeOf } from '../array.ts';
import type { Sizes } from '../define/subscripts.ts';
import { hadamard } from './hadamard.ts';
import { matmul } from './matmul.ts';
import { permuteAxes } from './permuteAxes.ts';
import { reshape } from './reshape.ts';
import { strided } from './strided.ts';
import { sum } from './sum.ts';

/** An operand, and a letter for each of its axes. */
export interface Operand {
  readonly value: NdArray;
  readonly labels: readonly string[];
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

/** How many entries an array has whose axes have these letters. */
const sizeFor = (letters: readonly string[], sizes: Sizes): number =>
  letters.reduce((n, l) => n * (sizes.get(l) as number), 1);

/** The product of two operands, summed over the letters that they share and nothing else needs: a product of matrices. */
function product(a: Operand, b: Operand, needed: ReadonlySet<string>, sizes: Sizes): Operand {
  const both = a.labels.filter((letter) => b.labels.includes(letter));
  const [batch, inner] = [both.filter((l) => needed.has(l)), both.filter((l) => !needed.has(l))];
  const [left, right] = [a, b].map(({ labels }) => labels.filter((l) => !both.includes(l)));
  const size = (letters: readonly string[]) => sizeFor(letters, sizes);
  const lead = batch.length > 0 ? [size(batch)] : [];
  const [m, k, n] = [left, inner, right].map(size);
  const A = reshape(arranged(a, [...batch, ...left, ...inner]), [...lead, m, k]);
  const B = reshape(arranged(b, [...batch, ...inner, ...right]), [...lead, k, n]);
  const labels = [...batch, ...left, ...right];
  return {
    value: reshape(
      inner.length > 0 ? matmul(A, B) : hadamard(A, B),
      labels.map((l) => sizes.get(l) as number),
    ),
    labels,
  };
}

/** The letters that the result and all operands but some have. */
const lettersWithout = (some: readonly Operand[], terms: readonly Operand[], output: readonly string[]) =>
  new Set([...output, ...terms.filter((term) => !some.includes(term)).flatMap(({ labels }) => labels)]);

/** The two operands whose product takes least room beyond theirs. */
function cheapestPair(terms: readonly Operand[], output: readonly string[], sizes: Sizes) {
  let best: readonly [Operand, Operand] = [terms[0], terms[1]];
  let least = 1 / 0;
  for (const [i, a] of terms.entries()) {
    for (const b of terms.slice(i + 1)) {
      const rest = lettersWithout([a, b], terms, output);
      const union = [...new Set([...a.labels, ...b.labels])].filter((letter) => rest.has(letter));
      const growth = sizeFor(union, sizes) - sizeFor(a.labels, sizes) - sizeFor(b.labels, sizes);
      if (growth < least) [least, best] = [growth, [a, b]];
    }
  }
  return best;
}

/** The product of operands, summed over the letters that the output lacks, pair by pair. */
export function contract(operands: readonly Operand[], output: readonly string[], sizes: Sizes): NdArray {
  let terms = operands.map((term) => simplified(term, sizes));
  while (terms.length > 1) {
    terms = terms.map((term) => reduced(term, lettersWithout([term], terms, output)));
    const [a, b] = cheapestPair(terms, output, sizes);
    const both = product(a, b, lettersWithout([a, b], terms, output), sizes);
    terms = [...terms.filter((term) => term !== a && term !== b), both];
  }
  // Letters whose axes are all of size 1 were never dropped, so nothing of the output is missing.
  return arranged(reduced(terms[0], new Set(output)), output);
}
