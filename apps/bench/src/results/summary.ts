import { max } from 'd3-array';
import type { Kind, Op } from '../golden/format.ts';
import { failures, type Outcome } from '../measure/outcome.ts';
import { digitsLost } from '../measure/score.ts';
import type { AccuracyRow, Results } from './schema.ts';

/** What a set of cases comes to. */
export type Summary = {
  readonly cases: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Finite, given without an error, and wrong. */
  readonly silent: number;
  /** Errors and NaN where there is an answer, and silent wrong answers. */
  readonly failed: number;
  /** Digits lost beyond the conditioning, in the worst case that counts; undefined where no case has a score. */
  readonly worst: number | undefined;
  readonly worstRow: AccuracyRow | undefined;
  /** Largest backward error in units of u, over cases that have an answer. */
  readonly backward: number | undefined;
};

/** Cases whose score says something: there is an answer, the data determine it, and a finite one was given. */
export const isScored = (row: AccuracyRow): boolean =>
  row.score !== undefined && (row.outcome === 'ok' || row.outcome === 'degraded' || row.outcome === 'wrong');

export const lossOf = (row: AccuracyRow): number => digitsLost(Number(row.score));

export function summarise(rows: readonly AccuracyRow[]): Summary {
  const counts = {
    ok: 0,
    refused: 0,
    'refused-untyped': 0,
    undetermined: 0,
    'out-of-range': 0,
    degraded: 0,
    nonfinite: 0,
    threw: 0,
    wrong: 0,
  };
  let worstRow: AccuracyRow | undefined;
  for (const row of rows) {
    counts[row.outcome]++;
    if (isScored(row) && (!worstRow || lossOf(row) > lossOf(worstRow))) worstRow = row;
  }
  return {
    cases: rows.length,
    counts,
    silent: counts.wrong,
    failed: failures.reduce((sum, outcome) => sum + counts[outcome], 0),
    worst: worstRow && lossOf(worstRow),
    worstRow,
    backward: max(rows, (row) =>
      row.outcome === 'refused' || row.backward === undefined ? undefined : Number(row.backward),
    ),
  };
}

/** The cases of one backend, of one op and kind if given. */
export const select = ({ accuracy }: Results, backend: string, op?: Op, kind?: Kind): AccuracyRow[] =>
  accuracy.filter(
    (row) =>
      row.backend === backend &&
      (op === undefined || row.op === op) &&
      (kind === undefined || row.kind === kind),
  );
