/**
 * What became of one case, from best to worst. `wrong` is the one that matters: a finite answer, no error, no NaN, and
 * not what was asked for.
 */
export const outcomes = [
  'ok', // score at most 30
  'refused', // there is no answer, and it said so by an error with a code
  'refused-untyped', // the same by a bare Error, or by NaN or Infinity
  'undetermined', // the data determine no digit at this precision: neither right nor wrong
  'out-of-range', // the exact answer does not fit the backend's number format
  'degraded', // score above 30, at most 10⁴
  'nonfinite', // NaN or Infinity where there is an answer
  'threw', // an error where there is an answer
  'wrong', // a finite answer with a score above 10⁴, or numbers where an error was due
] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcomes that count as failures. */
export const failures: readonly Outcome[] = ['nonfinite', 'threw', 'wrong'];

export const limits = {
  /** LAPACK's customary threshold of a test ratio. */
  ok: 30,
  /** Four digits beyond the conditioning. */
  degraded: 1e4,
  /** u·condition above which the data do not determine the answer. */
  undetermined: 0.05,
} as const;
