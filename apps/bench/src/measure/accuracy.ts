import { type Answer, type Backend, float32, type Inputs } from '../backends/backend.ts';
import { cotangents, rightHandSide } from '../golden/cotangents.ts';
import { type Kind, kinds, type Op, ops, type Reference } from '../golden/format.ts';
import { readGolden } from '../golden/read.ts';
import { fromEntries, type Matrix, toFloat32 } from '../matrix.ts';
import { type AccuracyRow, toNumber } from '../results/schema.ts';
import type { SuiteEntry } from '../suite/entry.ts';
import { backwardError } from './backward.ts';
import { classify, type Deed } from './classify.ts';

const one: Matrix = { rows: 1, cols: 1, data: new Float64Array([1]) };

const cotangentOf = (op: Op, name: string, n: number): Matrix =>
  op === 'det' || op === 'slogdet' ? one : cotangents[op](name, n);

/** Every case of one matrix on one backend. */
export function accuracyOf(backend: Backend, entry: SuiteEntry): AccuracyRow[] {
  const golden = readGolden(entry.name);
  const [A, B] = [entry.build(), rightHandSide(entry.name, entry.n)];
  return ops.flatMap((op) =>
    kinds.flatMap((kind) => {
      const reference = golden.ops[op]?.[kind];
      if (!reference || !backend.supports(op, kind)) return [];
      const inputs = { A, B, cotangent: cotangentOf(op, entry.name, entry.n) };
      const deed = attempt(backend, op, kind, inputs);
      const { outcome, ...score } = classify(deed, {
        reference,
        unit: backend.unit,
        refuses: op === 'inv' || op === 'solve',
        det: golden.ops.det?.value,
      });
      const numbers = Object.entries(score).map(([key, x]) => [key, toNumber(x)]);
      return [
        {
          matrix: entry.name,
          op,
          kind,
          backend: backend.name,
          outcome,
          ...(Object.fromEntries(numbers) as Pick<AccuracyRow, 'score' | 'error' | 'condition'>),
          ...('thrown' in deed
            ? { thrown: messageOf(deed.thrown) }
            : {
                ...backwardOf(kind, op, inputs, deed.answer, backend.unit),
                ...worstEntry(deed.answer, reference, entry.n),
              }),
        },
      ];
    }),
  );
}

function attempt(backend: Backend, op: Op, kind: Kind, inputs: Inputs): Deed {
  // Copies, so that a backend which scribbles on its input harms nobody else.
  const copy = (M: Matrix) => fromEntries(M.rows, M.cols, (i, j) => M.data[i * M.cols + j] as number);
  try {
    const { A, B, cotangent } = inputs;
    const prepared = backend.prepare(op, kind, { A: copy(A), B: copy(B), cotangent: copy(cotangent) });
    const answer = prepared.read(prepared.run()).map((part) => Float64Array.from(part));
    prepared.dispose?.();
    return { answer };
  } catch (thrown) {
    return { thrown };
  }
}

function backwardOf(
  kind: Kind,
  op: Op,
  { A, B }: Inputs,
  answer: Answer,
  unit: number,
): Pick<AccuracyRow, 'backward'> {
  if (kind === 'gradient') return {};
  // A float32 backend is asked about the matrix that it was given.
  const given = unit === float32 ? toFloat32 : (M: Matrix) => M;
  const backward = backwardError(op, given(A), given(B), answer, unit);
  return backward === undefined ? {} : { backward };
}

const messageOf = (thrown: unknown): string =>
  (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).split('\n')[0] as string;

/** The entry that is furthest from the exact one; the largest where there is no exact answer. */
function worstEntry(answer: Answer, reference: Reference, n: number): Pick<AccuracyRow, 'worst'> {
  let worst: NonNullable<AccuracyRow['worst']> | undefined;
  let distance = -1;
  answer.forEach((part, p) => {
    const exact = 'parts' in reference ? reference.parts[p]?.data.map(Number) : undefined;
    Array.from(part).forEach((got, k) => {
      const off = Math.abs(exact ? got - (exact[k] ?? 0) : got);
      if (!(off > distance) && !(Number.isNaN(off) && distance < Infinity)) return;
      distance = Number.isNaN(off) ? Infinity : off;
      const columns = part.length / n;
      const at = part.length === 1 ? '' : `[${Math.floor(k / columns)},${k % columns}]`;
      worst = { at, got: toNumber(got), ...(exact ? { exact: toNumber(exact[k] ?? 0) } : {}) };
    });
  });
  return worst ? { worst } : {};
}
