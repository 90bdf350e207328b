import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { mathjs } from '../backends/mathjs.ts';
import { mlMatrix } from '../backends/ml-matrix.ts';
import { type Progress, run } from '../run.ts';
import { suite } from '../suite/index.ts';
import { accuracyTable, speedTable } from '../terminal/table.ts';
import { merge } from './merge.ts';
import { results as schema, schemaName } from './schema.ts';
import { parseShard, take } from './shard.ts';

const entries = suite.filter(({ n }) => n <= 4);
const backends = [mlMatrix, mathjs];

describe('a run', async () => {
  const seen: Progress[] = [];
  const results = await run({
    backends,
    suite: entries,
    budget: 0.001,
    largest: 4,
    onProgress: (p) => void seen.push(p),
  });

  test('follows the schema, and survives JSON', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(results)))).toEqual(results);
    expect(results.schema).toBe(schemaName);
  });

  test('has a row for each case that a backend offers', () => {
    expect(new Set(results.accuracy.map(({ backend }) => backend))).toEqual(new Set(['ml-matrix', 'mathjs']));
    expect(results.accuracy.filter(({ op, backend }) => op === 'inv' && backend === 'mathjs')).toHaveLength(
      entries.length,
    );
    expect(results.accuracy.every(({ kind }) => kind === 'value')).toBe(true);
  });

  test('times in both directions: quartiles around the median', () => {
    expect(results.speed.length).toBe(7);
    for (const { low, median, high } of results.speed) {
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
    }
  });

  test('says where it is', () => {
    expect(seen.filter(({ phase }) => phase === 'accuracy')).toHaveLength(backends.length * entries.length);
    expect(seen.filter(({ phase }) => phase === 'speed').at(-1)).toMatchObject({ done: 3, of: 4 });
  });

  test('finds what ml-matrix and mathjs get wrong without a word', () => {
    const wrong = results.accuracy.filter(({ outcome }) => outcome === 'wrong');
    expect(wrong).toContainEqual({
      matrix: 'indefinite-2',
      op: 'cholesky',
      kind: 'value',
      backend: 'ml-matrix',
      outcome: 'wrong',
      worst: { at: '[1,0]', got: 2 },
      backward: expect.any(Number),
    });
    expect(wrong.map(({ backend, matrix, op }) => `${backend} ${matrix} ${op}`)).toContain(
      'mathjs magic-4 inv',
    );
  });

  test('prints as tables', () => {
    expect(accuracyTable(results)).toMatch(/ml-matrix.*wrong/);
    expect(speedTable(results)).toMatch(/cholesky/);
  });

  test('prints the speed within 80 columns, however many libraries there are', () => {
    const names = ['@matgrad/core', 'tfjs-ops@wasm', 'ml-matrix'];
    const [row] = results.speed;
    const speed = names.flatMap((backend) =>
      [4, 16, 64, 256].flatMap((n) =>
        (['value', 'gradient'] as const).map((kind) => ({ ...row!, backend, n, kind, median: 0.000_123_4 })),
      ),
    );
    const text = speedTable({
      ...results,
      speed,
      backends: names.map((name) => ({ ...results.backends[0]!, name })),
    });
    for (const line of stripVTControlCharacters(text).split('\n'))
      expect([...line].length).toBeLessThanOrEqual(80);
    expect(text).toContain('tfjs-ops@wasm + ∇');
  });

  test('a rejected row names its field', () => {
    expect(schema.safeParse({ ...results, schema: 'matgrad-bench/0' }).success).toBe(false);
    const [row] = results.accuracy;
    expect(schema.safeParse({ ...results, accuracy: [{ ...row, outcome: 'fine' }] }).success).toBe(false);
  });
});

describe('shards', () => {
  test('parse', () => {
    expect(parseShard('2/8')).toEqual({ index: 2, count: 8 });
    for (const bad of ['0/2', '3/2', '2', '1/0', 'a/b']) expect(() => parseShard(bad)).toThrow(RangeError);
  });

  test('share out everything once', () => {
    const items = [...'abcdefg'];
    const parts = [1, 2, 3].map((index) => take(items, { index, count: 3 }));
    expect(parts.flat().sort()).toEqual(items);
    expect(parts.map((part) => part.length)).toEqual([3, 2, 2]);
  });

  test('merge to what one run would have given', async () => {
    const options = { backends, suite: entries, budget: 0 };
    const whole = await run(options);
    const parts = await Promise.all([1, 2].map((index) => run({ ...options, shard: { index, count: 2 } })));
    const merged = merge(parts);
    const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(merged.accuracy)).toEqual(sorted(whole.accuracy));
    expect(sorted(merged.matrices)).toEqual(sorted(whole.matrices));
    expect(merged.backends).toEqual(whole.backends);
    expect(sorted(merge([merged, merged]).accuracy)).toEqual(sorted(whole.accuracy));
  });
});
