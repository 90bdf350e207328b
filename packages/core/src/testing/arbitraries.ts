import fc from 'fast-check';
import { type NdArray, sizeOf } from '../array.ts';
import type { Spec } from '../define/define.ts';
import { type Defect, type Domain, real } from '../define/domain.ts';
import { float64 } from '../interpret/float64/float64.ts';

/** How large inputs are drawn. */
export interface Sizes {
  /** Smallest core axis; 0 brings in empty matrices. */
  readonly min?: number;
  readonly max?: number;
  /** Also stacks, which broadcast among the inputs. */
  readonly stacks?: boolean;
}

// Tenths, not raw doubles: those love 5e-324, where nothing is conditioned well enough to be compared.
const tenths = (shape: readonly number[], from = -10, to = 10): fc.Arbitrary<NdArray> =>
  fc
    .array(fc.integer({ min: from, max: to }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((entries) => ({ shape, data: Float64Array.from(entries, (k) => k / 10) }));

const alternate = (A: NdArray): NdArray => ({ shape: A.shape, data: A.data.map((a, i) => (i % 2 ? -a : a)) });

/** Rows moved down by one. */
const shifted = (A: NdArray): NdArray => {
  const n = A.shape.at(-1) ?? 0;
  const data = A.data.map((_, at) => (Math.floor(at / n) % n === 0 ? 0 : 2 * A.data[at - n]));
  return { shape: A.shape, data };
};

/** Rows with alternating signs. */
const turned = (A: NdArray): NdArray => {
  const n = A.shape.at(-1) ?? 0;
  return { shape: A.shape, data: A.data.map((a, at) => (Math.floor(at / n) % 2 ? -a : a)) };
};

const { add, eye, mul, scale, t, tril, sub } = float64;

/** Rows in another order in each member, so that pivoting has work and determinants have both signs. */
function shuffleRows(A: NdArray, turn: number): NdArray {
  const n = A.shape.at(-1) ?? 0;
  const row = (i: number) => (i === 0 ? turn % n : i <= turn % n ? i - 1 : i);
  const data = A.data.map((_, at) => {
    const member = Math.floor(at / (n * n));
    const i = Math.floor(at / n) % n;
    return A.data[member * n * n + row(i) * n + (at % n)];
  });
  return { shape: A.shape, data };
}

/** Numbers on the diagonal that differ in size as well. */
const slope = (A: NdArray): NdArray => {
  const n = A.shape.at(-1) ?? 0;
  const E = eye(A);
  return { shape: E.shape, data: E.data.map((e, at) => e * (at % 2 ? -1 : 1) * (1.2 + 1.5 * (at % n))) };
};

/** A complex pair in the leading rows of every other member, from number `first` on. */
const paired = (A: NdArray, first: number): NdArray => {
  const n = A.shape.at(-1) ?? 0;
  const data = A.data.map((a, at) => {
    const p = at % (n * n);
    if (n < 2 || Math.floor(at / (n * n)) % 2 !== first) return a;
    return p === 1 ? a + 3 : p === n ? a - 1.5 : p === n + 1 ? A.data[at - p] : a;
  });
  return { shape: A.shape, data };
};

const runningSums = ({ shape, data }: NdArray): NdArray => {
  const n = shape.at(-1) ?? 1;
  return {
    shape,
    data: data.map((_, at) => data.slice(at - (at % n), at + 1).reduce((sum, x) => sum + x, 0)),
  };
};

const byDomain: Record<string, (shape: readonly number[]) => fc.Arbitrary<NdArray>> = {
  real: tenths,
  square: (shape) => byDomain.invertible(shape),
  // Diagonally dominant up to the order of rows: condition numbers stay near 1.
  invertible: (shape) =>
    fc
      .tuple(tenths(shape), fc.nat(6))
      .map(([A, turn]) => shuffleRows(add(A, scale((shape.at(-1) ?? 0) + 1, eye(A))), turn)),
  rightHalf: (shape) => tenths(shape).map((A) => add(A, scale((shape.at(-1) ?? 0) + 1, eye(A)))),
  contraction: (shape) => tenths(shape).map((A) => scale(0.8 / ((shape.at(-1) ?? 0) + 1), A)),
  // Eigenvalues between -0.9 and -0.1: stable in continuous time as in discrete.
  stabilisable: (shape) =>
    tenths(shape).map((A) => sub(scale(0.4 / ((shape.at(-1) ?? 0) + 1), A), scale(0.5, eye(A)))),
  symmetric: (shape) => tenths(shape).map((A) => float64.sym(A)),
  // A strong generalised diagonal keeps singular values away from zero, a graded one apart from each other.
  fullRank: (shape) => tenths(shape).map((A) => add(scale(0.3, A), scale(2, eye(A)))),
  graded: (shape) => tenths(shape).map((A) => add(scale(0.1, A), slope(A))),
  // Strong next below the diagonal.
  cyclic: (shape) => tenths(shape).map((A) => add(scale(0.3, A), shifted(eye(A)))),
  // Discs around diagonal entries that are well apart hold one eigenvalue each, or those of one block.
  simpleSpectrum: (shape) =>
    fc.tuple(byDomain.graded(shape), fc.nat(1)).map(([A, first]) => paired(A, first)),
  gradedSymmetric: (shape) => tenths(shape).map((A) => add(scale(0.1, float64.sym(A)), slope(A))),
  // A diagonal of both signs that dominates.
  hyperbolic: (shape) => tenths(shape).map((A) => add(A, scale((shape.at(-1) ?? 0) + 1, turned(eye(A))))),
  regularSymmetric: (shape) => byDomain.hyperbolic(shape).map((A) => float64.sym(A)),
  apart: (shape) => tenths(shape, 20, 30).map((A) => runningSums(A)),
  ascending: (shape) => tenths(shape, 2, 10).map((A) => runningSums(A)),
  spd: (shape) => tenths(shape).map((G) => add(mul(G, t(G)), eye(G))),
  // The diagonal is away from zero, its signs vary, and what stands above it is dirt.
  lower: (shape) =>
    fc
      .tuple(tenths(shape), tenths(shape, 11, 20))
      .map(([A, D]) => add(sub(A, float64.had(A, eye(A))), float64.had(alternate(D), eye(D)))),
  positive: (shape) => tenths(shape, 3, 20),
  nonzero: (shape) => tenths(shape, 3, 20).map(alternate),
  belowOne: (shape) => tenths(shape, -7, 7),
  probability: (shape) => tenths(shape, 1, 9),
  fractional: (shape) =>
    tenths(shape).map((A) => ({ shape, data: A.data.map((a) => Math.floor(4 * a) + a / 5 + 0.28) })),
  dominant: (shape) =>
    tenths(shape).map((A) => {
      const [q, n] = shape.slice(-2);
      const middle = (at: number) => Math.floor(at / n) % q === (q - 1) / 2;
      return { shape, data: A.data.map((a, at) => (middle(at) ? a + 3 : a)) };
    }),
  aboveOne: (shape) => tenths(shape, 13, 30),
  aboveMinusOne: (shape) => tenths(shape, -6, 20),
};

/**
 * A random member of a domain: entries are tenths, matrices have condition numbers near 1.
 *
 * @param domain where it lives, e.g. `domain.spd`
 * @param shape its shape
 * @returns a fast-check arbitrary
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(arbitraryInput(domain.spd, [3, 3]), (A) => det(A).data[0] > 0));
 */
export const arbitraryInput = (domain: Domain, shape: readonly number[]): fc.Arbitrary<NdArray> =>
  byDomain[domain.name](shape);

/**
 * Inputs for an identity, drawn from its signature and domain.
 *
 * @param spec the record of the identity, `inv.spec`
 * @param sizes smallest and largest core axis, and whether to draw stacks
 * @returns a fast-check arbitrary of the list of inputs
 * @example
 * import fc from 'fast-check';
 * fc.assert(
 *   fc.property(arbitraryInputs(matmul.spec, { max: 3 }), (x) => {
 *     checkGrads(matmul, x);
 *   }),
 * );
 */
export function arbitraryInputs(
  spec: Spec,
  { min = 1, max = 4, stacks = false }: Sizes = {},
  example = spec.examples[0],
): fc.Arbitrary<NdArray[]> {
  const { inputs } = spec.signature;
  const draw = (shapes: readonly (readonly number[])[]) =>
    fc.tuple(...shapes.map((shape, i) => arbitraryInput(spec.domain[i] ?? real, shape)));
  if (example.shapes) return draw(example.shapes);
  const axes = [...new Set(inputs.flat().map((axis) => axis.replace('?', '')))];
  const elementwise = inputs.every((core) => core.length === 0);
  const stack = stacks
    ? fc.constantFrom<number[][]>([[], []], [[2], []], [[], [2]], [[2, 1], [3]])
    : fc.constant([[], []]);
  return fc
    .tuple(
      stack,
      elementwise ? fc.constantFrom<number[][]>([], [3], [2, 3]) : fc.constant([]),
      ...axes.map(() => fc.integer({ min, max })),
    )
    .chain(([lead, whole, ...sizes]) =>
      draw(
        inputs.map((core, i) => [
          ...(lead[i] ?? []),
          ...whole,
          ...core.map((axis) => sizes[axes.indexOf(axis.replace('?', ''))]),
        ]),
      ),
    );
}

const spoil: Record<Defect, (A: NdArray) => NdArray> = {
  // A zero diagonal entry spoils a triangle, a repeated row (or a zero 1×1) anything else.
  singular: (A) => {
    const n = A.shape.at(-1) ?? 0;
    return { shape: A.shape, data: A.data.map((a, at) => (Math.floor(at / n) % n === n - 1 ? 0 : a)) };
  },
  indefinite: (A) => float64.neg(A),
  asymmetric: (A) => {
    const n = A.shape.at(-1) ?? 0;
    return { shape: A.shape, data: A.data.map((a, at) => (at % (n * n) === 1 ? a + 1 : a)) };
  },
};

/**
 * Inputs with a defect in the first of them, of 2 rows or more: what an identity must refuse.
 *
 * @param spec the record of the identity
 * @param defect 'singular', 'indefinite' or 'asymmetric'
 * @returns a fast-check arbitrary of the list of inputs
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(arbitraryDefect(inv.spec, 'singular'), ([A]) => det(A).data[0] === 0));
 */
export const arbitraryDefect = (spec: Spec, defect: Defect): fc.Arbitrary<NdArray[]> =>
  arbitraryInputs(spec, { min: 2 }).map(([A, ...rest]) => {
    const [{ name, word }] = spec.domain;
    const spoiled = spoil[defect](name === 'lower' ? tril(A) : A);
    // What is to be symmetric still is: a column of zeros as well.
    const both = word === 'sym' && defect === 'singular' ? spoil.singular(t(spoiled)) : spoiled;
    return [both, ...rest];
  });
