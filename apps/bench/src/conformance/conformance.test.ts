import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { coreRunner } from './core.ts';
import { readCases } from './files.ts';
import { type ConformanceResult, caseFile } from './format.ts';
import { expressions } from './ops.ts';
import { runCase } from './runner.ts';

const A = { shape: [2, 2], data: [2, 1, 1, 1] };
const x = { shape: [2, 1], data: [1, 2] };
const cases = caseFile.parse([
  {
    id: 'inv',
    op: 'inv',
    inputs: [A],
    cotangent: [{ shape: [2, 2], data: [1, 0, 0, 0] }],
    tangent: [{ shape: [2, 2], data: [1, 0, 0, 0] }],
    vjp: [],
    jvp: [],
  },
  { id: 'singular', op: 'inv', inputs: [{ shape: [2, 2], data: [1, 2, 2, 4] }] },
  {
    id: 'slogdet',
    op: 'slogdet',
    inputs: [A],
    cotangent: [
      { shape: [], data: [0] },
      { shape: [], data: [2] },
    ],
    vjp: [],
  },
  { id: 'quadform', op: 'quadform', inputs: [A, x], cotangent: [{ shape: [], data: [1] }], vjp: [] },
  { id: 'inv_quad', op: 'inv_quad', params: { sym: true }, inputs: [A, x] },
  { id: 'matpow', op: 'matpow', params: { k: 5 }, inputs: [A] },
  { id: 'trace_pow', op: 'trace_pow', params: { k: 3 }, inputs: [A] },
  { id: 'solve_tri', op: 'solve_tri', inputs: [{ shape: [2, 2], data: [2, 9, 1, 1] }, x] },
  { id: 'trace_prod', op: 'trace_prod', inputs: [A, A] },
  { id: 'trace_inv_prod', op: 'trace_inv_prod', inputs: [A, A] },
  { id: 'unknown', op: 'frobnicate', inputs: [A] },
]);
const results = new Map(cases.map((c) => [c.id, runCase(coreRunner, c)]));
const data = (id: string, kind: 'value' | 'vjp' | 'jvp') =>
  (results.get(id) as ConformanceResult)[kind]?.map((p) => p.data);

describe('core through the case format', () => {
  test('values', () => {
    expect(data('inv', 'value')).toEqual([[1, -1, -1, 2]]);
    expect(data('slogdet', 'value')).toEqual([[1], [0]]);
    expect(data('quadform', 'value')).toEqual([[10]]);
    expect(data('inv_quad', 'value')).toEqual([[5]]);
    expect(data('matpow', 'value')).toEqual([[89, 55, 55, 34]]);
    expect(data('trace_pow', 'value')).toEqual([[18]]);
    expect(data('solve_tri', 'value')).toEqual([[0.5, 1.5]]);
    expect(data('trace_prod', 'value')).toEqual([[7]]);
    expect(data('trace_inv_prod', 'value')).toEqual([[2]]);
  });

  test('derivatives', () => {
    expect(data('inv', 'vjp')).toEqual([[-1, 1, 1, -1]]);
    expect(data('inv', 'jvp')).toEqual([[-1, 1, 1, -1]]);
    expect(data('slogdet', 'vjp')).toEqual([[2, -2, -2, 4]]);
    expect(data('quadform', 'vjp')).toEqual([
      [1, 2, 2, 4],
      [8, 6],
    ]);
  });

  test('errors are recorded as errors, what was not asked for is not there', () => {
    const singular = results.get('singular') as ConformanceResult;
    expect(singular.errors.value).toMatch(/singular/);
    expect(Object.keys(singular)).toEqual(['id', 'errors']);
  });

  test('an unknown operation is left out', () => expect(results.get('unknown')).toBeNull());

  test('the operations that core is held to are all in the table', () => {
    for (const op of ['inv', 'det', 'slogdet', 'logdet', 'solve', 'cholesky', 'quadform'])
      expect(expressions).toHaveProperty(op);
  });
});

describe('case files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matgrad-cases-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are read one by one or by the folder; numbers that JSON cannot hold come as strings', () => {
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    writeFileSync(
      a,
      JSON.stringify([{ id: 'a', op: 'det', inputs: [{ shape: [1, 1], data: ['Infinity'] }] }]),
    );
    writeFileSync(b, JSON.stringify([{ id: 'b', op: 'det', inputs: [{ shape: [1, 1], data: [null] }] }]));
    writeFileSync(join(folder, 'notes.txt'), 'not a case');
    expect(readCases([folder]).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readCases([b, a]).map(({ inputs }) => inputs[0]?.data[0])).toEqual([NaN, Infinity]);
    expect(JSON.parse(readFileSync(a, 'utf8'))).toHaveLength(1);
  });

  test('something else is refused by name', () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"cases": []}');
    expect(() => readCases([bad])).toThrow(/bad\.json holds no cases/);
  });
});
