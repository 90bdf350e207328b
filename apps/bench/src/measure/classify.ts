import type { Answer } from '../backends/backend.ts';
import type { JsonNumber, Part, Reference } from '../golden/format.ts';
import { limits, type Outcome } from './outcome.ts';
import { conditionOf, type Score, scoreOf } from './score.ts';

type Answered = Extract<Reference, { parts: unknown }>;

/** What a backend did: an answer, or what it threw. */
export type Deed = { readonly answer: Answer } | { readonly thrown: unknown };

/** Outcome of a case, with its score where there is one. */
export type Verdict = Partial<Score> & { readonly outcome: Outcome };

const largest32 = 3.4028234663852886e38;
const smallest32 = 1.1754943508222875e-38;

export type Case = {
  readonly reference: Reference;
  /** Unit roundoff of the backend. */
  readonly unit: number;
  /** Whether a matrix that is singular to working precision has to be refused: inv and solve, not det. */
  readonly refuses?: boolean;
  /** The determinant's reference, by which log|det| of a singular matrix is judged. */
  readonly det?: Reference | undefined;
};

/** Judges what a backend did with a case. */
export function classify(deed: Deed, { reference, unit, refuses, det }: Case): Verdict {
  if ('refuse' in reference) return refusal(deed);
  if ('thrown' in deed) return { outcome: failsIfDetermined(reference, unit, 'threw') };
  if (reference.asDeterminant && det && 'parts' in det) {
    // At a singular matrix log|det| has no condition number; the determinant that the pair implies has one.
    const [sign, log] = deed.answer.map((part) => part[0] as number);
    const implied = sign === 0 ? 0 : (sign as number) * Math.exp(log as number);
    return classify({ answer: [[implied]] }, { reference: det, unit });
  }
  if (outOfRange(reference.parts, unit)) return { outcome: 'out-of-range' };
  const score = scoreOf(deed.answer, reference.parts, unit);
  if (score.score === 0) return { outcome: 'ok', ...score };
  if (!finite(deed.answer)) return { outcome: failsIfDetermined(reference, unit, 'nonfinite') };
  const loss = unit * conditionOf(reference, unit);
  if (loss > limits.undetermined) {
    // Nothing is determined and not one digit is right: such numbers should not be given without a word. For a float32
    // backend rounding the input may already have been the cause.
    const silent = refuses === true && loss >= 1 && score.error > 0.1 && unit < 1e-10;
    return { outcome: silent ? 'wrong' : 'undetermined', ...score };
  }
  if (score.score <= limits.ok) return { outcome: 'ok', ...score };
  return { outcome: score.score <= limits.degraded ? 'degraded' : 'wrong', ...score };
}

function refusal(deed: Deed): Verdict {
  if ('thrown' in deed) return { outcome: isTyped(deed.thrown) ? 'refused' : 'refused-untyped' };
  return { outcome: finite(deed.answer) ? 'wrong' : 'refused-untyped' };
}

/** An error that a program can tell apart: it has a code. */
export const isTyped = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';

const finite = (answer: Answer): boolean => answer.every((part) => Array.from(part).every(Number.isFinite));

const failsIfDetermined = (reference: Answered, unit: number, outcome: Outcome): Outcome =>
  unit * conditionOf(reference, unit) > limits.undetermined ? 'undetermined' : outcome;

const magnitude = (x: JsonNumber): number => Math.abs(Number(x));

/** float32 backends: an exact answer with entries that are all beyond, or all below, float32's range. */
function outOfRange(parts: readonly Part[], unit: number): boolean {
  if (unit < 1e-10) return false;
  const largest = Math.max(...parts.flatMap(({ data }) => data.map(magnitude)));
  return largest > largest32 || (largest > 0 && largest < smallest32);
}
