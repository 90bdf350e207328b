import type { Answer } from '../backends/backend.ts';
import type { JsonNumber, Part, Reference } from '../golden/format.ts';
import { frobenius } from '../golden/norms.ts';

/** How far an answer is from the exact one. */
export type Score = {
  /** Error in units of what rounding the inputs once may cause: 1 is perfect, above 30 digits are lost for nothing. */
  readonly score: number;
  /** ‖error‖/‖exact‖; 0/0 is 0. */
  readonly error: number;
  /** scale/‖exact‖: the relative condition number of this very map (plus one); 1 for what has none. */
  readonly condition: number;
};

const number = (x: JsonNumber): number => (typeof x === 'number' ? x : Number(x));

/** The worst part of an answer. An infinite exact entry has to be met exactly. */
export function scoreOf(answer: Answer, parts: readonly Part[], unit: number): Score {
  if (answer.length !== parts.length) return nothing;
  return parts
    .map((part, k) => scorePart(answer[k] as ArrayLike<number>, part, unit))
    .reduce((worst, next) => (next.score > worst.score || Number.isNaN(next.score) ? next : worst));
}

const nothing: Score = { score: Infinity, error: Infinity, condition: 1 };

function scorePart(got: ArrayLike<number>, part: Part, unit: number): Score {
  const exact = part.data.map(number);
  if (got.length !== exact.length) return nothing;
  const difference = exact.map((x, k) => (x === got[k] ? 0 : (got[k] as number) - x));
  const error = frobenius(difference);
  const size = frobenius(exact);
  const scale = unitOf(part, unit);
  return {
    score: error === 0 ? 0 : error / (unit * scale),
    error: error === 0 ? 0 : error / size,
    condition: size === 0 || scale === 0 || !Number.isFinite(size) ? 1 : scale / size,
  };
}

/** The error unit divided by u. */
const unitOf = ({ scale, scale2 = 0 }: Part, unit: number): number => number(scale) + unit * number(scale2);

/**
 * The smaller of the two condition numbers: what is determined under either kind of perturbation is determined. And the
 * answer has to go on existing under them.
 */
export function conditionOf(
  { parts, existence = 1 }: Extract<Reference, { parts: unknown }>,
  unit: number,
): number {
  return Math.max(
    existence,
    ...parts.map((part) => {
      const size = frobenius(part.data.map(number));
      const scale = Math.min(unitOf(part, unit), number(part.scalec ?? 'Infinity'));
      return size === 0 || !Number.isFinite(size) ? 1 : scale / size;
    }),
  );
}

/** Decimal digits that agree, at most what the unit can hold. */
export const digits = (error: number, unit: number): number =>
  Math.max(0, Math.min(-Math.log10(unit), -Math.log10(error)));

/** Decimal digits lost beyond what the data's conditioning costs anyway. */
export const digitsLost = (score: number): number => (score <= 1 ? 0 : Math.log10(score));
