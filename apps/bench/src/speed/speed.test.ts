import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { quartiles, warm } from '../measure/clock.ts';
import { fastestPeer, partOfPeak, passes, ratio, torchSeconds, verdicts } from './compare.ts';
import { families } from './families/families.ts';
import { agree, fingerprint } from './fingerprint.ts';
import { speedFixture } from './fixture.ts';
import { gates } from './gates.ts';
import { chains, loopModule, peakLoop, steps } from './peak.ts';
import { efforts, fullPlan, roundsOf, select } from './plan.ts';
import { type Case, flopsOf, problemOf } from './problem.ts';
import { gradientGrid, kernelGrid } from './rows.ts';
import { speedResults } from './schema.ts';
import { speedText } from './terminal.ts';
import { torchReference } from './torch-reference.ts';

const product: Case = { op: 'matmul', kind: 'value', n: 256, count: 1 };
const gradient: Case = { op: 'logdet', kind: 'gradient', n: 64, count: 1 };

describe('the plan', () => {
  test('names each case once, and every gate is in it', () => {
    const key = ({ op, kind, n, count }: Case) => `${op} ${kind} ${n} ${count}`;
    const planned = new Set(fullPlan.map(key));
    expect(planned.size).toBe(fullPlan.length);
    for (const gate of gates) expect(planned).toContain(key(gate));
  });

  test('is cut down by operations, sizes and haste', () => {
    expect(select({ ops: ['qr'], sizes: [64] })).toEqual([{ op: 'qr', kind: 'value', n: 64, count: 1 }]);
    expect(Math.max(...select({ quick: true }).map(({ n }) => n))).toBe(256);
    expect(select({ quick: true }).length).toBeLessThan(fullPlan.length);
  });

  test('has fewer batches of long calls', () => {
    expect([1e-6, 0.1, 0.5].map((seconds) => roundsOf(efforts.full, seconds))).toEqual([9, 5, 3]);
  });

  test('makes the same problem twice', () => {
    const item: Case = { op: 'cholesky', kind: 'value', n: 5, count: 2 };
    expect(problemOf(item)).toEqual(problemOf(item));
    const { A } = problemOf(item);
    expect(A.map(({ data }) => data.length)).toEqual([25, 25]);
    expect(A[0]).not.toEqual(A[1]);
    expect([flopsOf(product), flopsOf(gradient)]).toEqual([2 * 256 ** 3, undefined]);
  });
});

describe('the clock', () => {
  test('warms up until batches are long enough', () => {
    const { calls, seconds } = warm(() => Math.hypot(3, 4), 1e-3, 2e-3);
    expect(calls).toBeGreaterThan(100);
    expect(calls * seconds).toBeGreaterThan(1e-4);
  });

  test('quartiles', () => expect(quartiles([4, 1, 3, 2, 5])).toEqual({ low: 2, median: 3, high: 4 }));
});

test.each([1, 2] as const)('the peak loop on %d numbers computes what it says', (width) => {
  expect(WebAssembly.validate(loopModule(width))).toBe(true);
  let sum = 0;
  for (let k = 1; k <= chains; k++) {
    let x = k;
    for (let i = 0; i < steps; i++) x = x * 0.999_999 + 1e-9;
    sum += x;
  }
  expect(peakLoop(width)?.()).toBe(sum);
});

describe('what libraries must agree on', () => {
  const of = (op: Case['op'], numbers: number[]) =>
    fingerprint({ op, kind: 'value', n: 2, count: 1 }, [numbers]);

  test('leaves signs, orders and unused triangles out', () => {
    expect(agree(of('qr', [-1, 2, 0, 3]), of('qr', [1, -2, 0, -3]))).toBe(true);
    expect(agree(of('svd', [1, 3]), of('svd', [3, 1]))).toBe(true);
    expect(agree(of('cholesky', [1, 9, 2, 3]), of('cholesky', [1, 0, 2, 3]))).toBe(true);
  });

  test('sees another number and another place', () => {
    expect(agree(of('inv', [1, 2, 3, 4]), of('inv', [1, 2, 3, 4.001]))).toBe(false);
    expect(agree(of('inv', [1, 2, 3, 4]), of('inv', [1, 3, 2, 4]))).toBe(false);
    expect(agree(of('inv', [1, 2, 3, 4]), of('inv', [1, 2, 3, Number.NaN]))).toBe(false);
  });
});

describe('comparisons', () => {
  test('with the fastest peer, numpy and the peak', () => {
    expect(fastestPeer(speedFixture, product)?.contender).toBe('numeric');
    expect(ratio(speedFixture, product, 'core', 'peers')).toBeCloseTo(3);
    expect(ratio(speedFixture, product, 'core', 'ml-matrix')).toBeCloseTo(4);
    expect(ratio(speedFixture, product, 'simd', 'numpy')).toBeCloseTo(0.2);
    expect(partOfPeak(speedFixture, product, 'core', 'scalar')).toBeCloseTo((2 * 256 ** 3) / 0.004 / 10e9);
    expect(ratio(speedFixture, { ...product, n: 512 }, 'core', 'numpy')).toBeUndefined();
  });

  test('with PyTorch: by the reference where it was not measured, which is said', () => {
    const scaled = torchSeconds(speedFixture, gradient);
    expect(scaled?.measured).toBe(false);
    expect(scaled?.seconds).toBeCloseTo((90.7e-6 * torchReference.scalar) / 10e9, 12);
    const torch = { ...speedFixture.timings[0]!, ...gradient, contender: 'torch', median: 80e-6 };
    const measured = { ...speedFixture, timings: [...speedFixture.timings, torch] };
    expect(torchSeconds(measured, gradient)).toEqual({ seconds: 80e-6, measured: true });
  });

  test('of gates: reached to two digits, and nothing reached unmeasured', () => {
    const all = verdicts(speedFixture);
    const of = (op: string, own: string, against: string) =>
      all.find((v) => v.op === op && v.n === 256 && v.own === own && v.against === against)!;
    expect(passes(of('matmul', 'core', 'scalar'))).toBe(true);
    expect(passes(of('matmul', 'core', 'numpy'))).toBe(false);
    expect(passes(of('qr', 'core', 'ml-matrix'))).toBe(false);
    expect(passes({ ...of('matmul', 'core', 'scalar'), reached: 0.6951, target: 0.7 })).toBe(true);
  });
});

describe('tables', () => {
  test('leave out what nobody has', () => {
    expect(kernelGrid(speedFixture, { op: 'matmul', kind: 'value' }).head).toEqual([
      'n',
      'core',
      'peak',
      'ml-matrix',
      'fastest peer',
      'numpy',
      'simd',
      'peak',
      'numpy',
    ]);
    expect(kernelGrid(speedFixture, { op: 'inv', kind: 'value' })).toEqual({
      head: ['n', 'core', 'ml-matrix', 'fastest peer', 'numpy'],
      rows: [['10000 × 4', '200 µs', '×50', '×50 ml-matrix', '×15']],
    });
    expect(gradientGrid(speedFixture, 'logdet').rows).toEqual([
      ['64', '150 µs', '×3', '×1', '100 µs', '×1.5', '150 µs'],
    ]);
  });

  test('fit 80 columns', () => {
    const text = stripVTControlCharacters(speedText(speedFixture));
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    for (const part of ['84 %', '×3 numeric', 'cjs copy keeps 50 %', 'not measured here', 'Not reached'])
      expect(text).toContain(part);
  });
});

test('results follow their schema, and survive JSON', () => {
  expect(speedResults.parse(JSON.parse(JSON.stringify(speedFixture)))).toEqual(speedFixture);
  expect(speedResults.safeParse({ ...speedFixture, schema: 'matgrad-speed/0' }).success).toBe(false);
});

describe('every library', { timeout: 60_000 }, () => {
  const own = families['core']!();

  test.each(Object.keys(families).filter((name) => name !== 'core' && name !== 'simd'))(
    '%s computes what core does',
    async (name) => {
      const [ours, theirs] = await Promise.all([own, families[name]!()]);
      for (const [op, call] of Object.entries(theirs.calls) as [
        Case['op'],
        NonNullable<typeof theirs.calls.inv>,
      ][]) {
        const count = op === 'inv' ? 3 : 1;
        for (const kind of ['value', 'out'] as const) {
          const item: Case = { op, kind, n: 5, count };
          const problem = problemOf(item);
          const known = (prepared: ReturnType<typeof call>) =>
            fingerprint(item, prepared.read(prepared.run()));
          expect(agree(known(call(problem)), known(ours.calls[op]!(problem))), `${name} ${op} ${kind}`).toBe(
            true,
          );
        }
      }
    },
  );
});

describe('the command line', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matgrad-speed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [
        '--conditions=@matgrad/source',
        fileURLToPath(new URL('../speed.ts', import.meta.url)),
        '--out',
        folder,
        ...args,
      ],
      { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    );

  test('one operation, quickly: tables, and results of both libraries', () => {
    const { status, stdout, stderr } = run(
      ...['--quick', '--no-guard', '--ops', 'cholesky,logdet', '--sizes', '4', '--only', 'core,ml-matrix'],
    );
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('Cholesky');
    const results = speedResults.parse(JSON.parse(readFileSync(join(folder, 'speed.json'), 'utf8')));
    expect(results.timings.map(({ op, kind, contender }) => `${op} ${kind} ${contender}`)).toEqual([
      'cholesky value core',
      'cholesky value ml-matrix',
      'cholesky out core',
      'cholesky out ml-matrix',
      'logdet value core',
      'logdet gradient core',
    ]);
    expect(results.ceilings[0]?.scalar).toBeGreaterThan(1e8);
    for (const { low, median, high } of results.timings) {
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
    }
  });

  test('what makes no sense is refused', () => {
    expect(run('--ops', 'sorting').stderr).toContain('one of matmul');
    expect(run('--sizes', '4,x').stderr).toContain('sizes like');
  });
});
