import { float32, float64 } from '../backends/backend.ts';
import type { AccuracyRow, Results, SpeedRow } from '../results/schema.ts';
import { schemaName } from '../results/schema.ts';

const row = (
  backend: string,
  matrix: string,
  rest: Omit<AccuracyRow, 'backend' | 'matrix'>,
): AccuracyRow => ({
  backend,
  matrix,
  ...rest,
});

const speedRow = (
  backend: string,
  n: number,
  median: number,
  kind: 'value' | 'gradient' = 'value',
): SpeedRow => ({
  op: 'inv',
  kind,
  n,
  backend,
  median,
  low: median * 0.9,
  high: median * 1.2,
  batches: 25,
  callsPerBatch: 64,
});

/** Made-up results with every outcome and every kind of cell, for the tests of the report. */
export const fixture: Results = {
  schema: schemaName,
  environment: {
    date: '2026-01-02T03:04:05.678Z',
    node: '24.0.0',
    v8: '13.6',
    os: 'Linux 6 x64',
    cpu: 'A <fast> CPU & more',
    cores: 2,
    load: 3.5,
    gc: true,
    seconds: 12.3,
  },
  backends: [
    { name: 'exact', version: '1.2.3', unit: float64, gradients: true },
    { name: 'sloppy', version: '4.5.6', unit: float32, gradients: false },
  ],
  matrices: [
    { name: 'fine-2', n: 2, tags: ['ordinary'], note: 'a fine one', kappa: 3 },
    { name: 'vague-2', n: 2, tags: ['ill-conditioned'], note: 'nearly singular', kappa: 7e16 },
    { name: 'singular-2', n: 2, tags: ['singular'], note: '[[1, 2], [2, 4]]', kappa: null },
  ],
  accuracy: [
    row('exact', 'fine-2', {
      op: 'inv',
      kind: 'value',
      outcome: 'ok',
      score: 0.4,
      error: 1e-16,
      condition: 3,
    }),
    row('exact', 'fine-2', {
      op: 'inv',
      kind: 'gradient',
      outcome: 'ok',
      score: 2,
      error: 1e-15,
      condition: 9,
    }),
    row('exact', 'singular-2', {
      op: 'inv',
      kind: 'value',
      outcome: 'refused',
      thrown: 'SingularMatrixError: inv',
    }),
    row('exact', 'fine-2', {
      op: 'det',
      kind: 'value',
      outcome: 'degraded',
      score: 1000,
      error: 1e-13,
      condition: 2,
    }),
    row('sloppy', 'fine-2', {
      op: 'det',
      kind: 'value',
      outcome: 'wrong',
      score: 3.2e7,
      error: 2,
      condition: 1,
      worst: { at: '', got: 0.75, exact: 0.25 },
    }),
    row('sloppy', 'singular-2', {
      op: 'inv',
      kind: 'value',
      outcome: 'wrong',
      worst: { at: '[1,0]', got: -4503599627370496 },
    }),
    row('sloppy', 'fine-2', {
      op: 'solve',
      kind: 'value',
      outcome: 'nonfinite',
      worst: { at: '[0,0]', got: 'NaN', exact: 1 },
    }),
    row('sloppy', 'fine-2', { op: 'cholesky', kind: 'value', outcome: 'threw', thrown: 'Error: no' }),
    row('exact', 'vague-2', {
      op: 'inv',
      kind: 'value',
      outcome: 'undetermined',
      thrown: 'SingularMatrixError: inv: singular to working precision',
    }),
    row('sloppy', 'vague-2', {
      op: 'inv',
      kind: 'value',
      outcome: 'wrong',
      score: 0.05,
      error: 0.4,
      condition: 7e16,
      worst: { at: '[0,0]', got: -1.8e16, exact: -2.9e16 },
    }),
  ],
  speed: [
    speedRow('exact', 4, 2e-6),
    speedRow('exact', 256, 0.02),
    speedRow('exact', 4, 5e-6, 'gradient'),
    speedRow('exact', 256, 0.05, 'gradient'),
    speedRow('sloppy', 4, 1e-6),
    speedRow('sloppy', 256, 0.04),
  ],
  identities: [
    {
      name: 'inv',
      shapes: '8×8',
      errors: { first: 2e-12, adjoint: 3e-16, second: 4e-11 },
      value: 4e-6,
      jvp: 8e-6,
      vjp: 9e-6,
    },
  ],
};
