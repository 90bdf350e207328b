import type { Case } from './problem.ts';
import { type SpeedResults, speedSchemaName, type Timing } from './schema.ts';

const timing = (contender: string, median: number, item: Partial<Case>): Timing => ({
  op: 'matmul',
  kind: 'value',
  n: 256,
  count: 1,
  ...item,
  contender,
  median,
  low: median * 0.9,
  high: median * 1.1,
  batches: 9,
  callsPerBatch: 3,
});

const stack = { op: 'inv', n: 4, count: 10_000 } as const;
const gradient = { op: 'logdet', kind: 'gradient', n: 64 } as const;

/** Made-up results with a case of every kind, for the tests of tables and pages. */
export const speedFixture: SpeedResults = {
  schema: speedSchemaName,
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
    python: 'python3',
  },
  effort: 'full',
  contenders: ['core', 'simd', 'ml-matrix', 'numeric', 'numpy'].map((name) => ({ name, version: '1.2.3' })),
  timings: [
    timing('core', 0.004, {}),
    timing('simd', 0.002, {}),
    timing('ml-matrix', 0.016, {}),
    timing('numeric', 0.012, {}),
    timing('numpy', 0.0004, {}),
    timing('core', 0.0002, stack),
    timing('ml-matrix', 0.01, stack),
    timing('numpy', 0.003, stack),
    timing('core', 50e-6, { ...gradient, kind: 'value' }),
    timing('core', 150e-6, gradient),
    timing('simd', 100e-6, gradient),
  ],
  // 2·256³ operations in 4 ms are 8.4e9 in a second.
  ceilings: [
    { op: 'matmul', kind: 'value', n: 256, count: 1, contender: 'core', scalar: 10e9, wide: 20e9 },
    { op: 'matmul', kind: 'value', n: 256, count: 1, contender: 'simd', scalar: 10e9, wide: 20e9 },
  ],
  left: [
    { op: 'matmul', kind: 'value', n: 512, count: 1, contender: 'mathjs', reason: 'too slow: about 3 s' },
  ],
  twice: [
    { format: 'esm', n: 256, kept: 0.98 },
    { format: 'cjs', n: 256, kept: 0.5 },
  ],
};
