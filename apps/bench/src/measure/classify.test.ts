import { describe, expect, test } from 'vitest';
import { type Backend, float32, float64, type Inputs, prepared } from '../backends/backend.ts';
import { type Op, ops, type Reference } from '../golden/format.ts';
import { readGolden } from '../golden/read.ts';
import { suite } from '../suite/index.ts';
import { accuracyOf } from './accuracy.ts';
import { classify } from './classify.ts';
import { failures } from './outcome.ts';
import { digits, digitsLost, scoreOf } from './score.ts';

const value = (data: (number | 'Infinity')[], scale: number): Reference => ({ parts: [{ data, scale }] });
const judge = (got: number[], reference: Reference, unit = float64) =>
  classify({ answer: [got] }, { reference, unit }).outcome;
const typed = Object.assign(new Error('singular'), { code: 'SINGULAR' });

describe('score', () => {
  test('is the error in units of u·scale', () => {
    const { score, error, condition } = scoreOf([[1 + 2 ** -50]], [{ data: [1], scale: 4 }], float64);
    expect([score, error, condition]).toEqual([2, 2 ** -50, 4]);
  });

  test('uses the second order where the first vanishes', () => {
    const part = { data: [0], scale: 0, scale2: 8 };
    expect(scoreOf([[8 * 2 ** -106]], [part], float64).score).toBe(1);
  });

  test('takes the worst part, and an answer of another shape for infinitely wrong', () => {
    const parts = [
      { data: [1], scale: 1 },
      { data: [1], scale: 1 },
    ];
    expect(scoreOf([[1], [1 + 2 ** -52]], parts, float64).score).toBe(2);
    expect(scoreOf([[1]], parts, float64).score).toBe(Infinity);
    expect(scoreOf([[1, 1], [1]], parts, float64).score).toBe(Infinity);
  });

  test('digits and digits lost', () => {
    expect(digits(1e-8, float64)).toBeCloseTo(8, 12);
    expect(digits(0, float64)).toBeCloseTo(53 * Math.log10(2), 12);
    expect([digitsLost(0.3), digitsLost(1), digitsLost(100)]).toEqual([0, 0, 2]);
  });
});

describe('outcome', () => {
  test.each([
    ['ok', [1], value([1], 1)],
    ['ok', [1 + 30 * 2 ** -53 * 0.9], value([1], 1)],
    ['degraded', [1 + 2 ** -45], value([1], 1)],
    ['wrong', [1 + 2 ** -35], value([1], 1)],
    ['wrong', [-1], value([1], 1)],
    ['nonfinite', [NaN], value([1], 1)],
    ['nonfinite', [Infinity], value([1], 1)],
    ['ok', [Infinity], value(['Infinity'], 1)],
    ['wrong', [1e300], value(['Infinity'], 1)],
    ['undetermined', [1.5], value([1], 1e15)],
    ['wrong', [0], { refuse: 'singular' }],
    ['refused-untyped', [NaN], { refuse: 'singular' }],
  ] as const)('%s: %j', (outcome, got, reference) => {
    expect(judge([...got], reference as Reference)).toBe(outcome);
  });

  test('errors: refusal where an answer does not exist, a failure where it does', () => {
    const refuse: Reference = { refuse: 'singular' };
    const cases = { reference: refuse, unit: float64 };
    expect(classify({ thrown: typed }, cases).outcome).toBe('refused');
    expect(classify({ thrown: new Error('singular') }, cases).outcome).toBe('refused-untyped');
    expect(classify({ thrown: typed }, { reference: value([1], 1), unit: float64 }).outcome).toBe('threw');
    expect(classify({ thrown: typed }, { reference: value([1], 1e15), unit: float64 }).outcome).toBe(
      'undetermined',
    );
  });

  test('an inverse without one right digit is wrong where it should have been refused', () => {
    const reference = value([1], 1e17);
    expect(classify({ answer: [[3]] }, { reference, unit: float64, refuses: true }).outcome).toBe('wrong');
    expect(classify({ answer: [[3]] }, { reference, unit: float64 }).outcome).toBe('undetermined');
    expect(classify({ answer: [[1.01]] }, { reference, unit: float64, refuses: true }).outcome).toBe(
      'undetermined',
    );
  });

  test('log|det| of a singular matrix is judged by the determinant that it implies', () => {
    const reference: Reference = {
      parts: [
        { data: [0], scale: 0 },
        { data: ['-Infinity'], scale: 0 },
      ],
      asDeterminant: true,
    };
    const det = value([0], 1);
    const slogdet = (sign: number, log: number) =>
      classify({ answer: [[sign], [log]] }, { reference, unit: float64, det }).outcome;
    expect(slogdet(0, -Infinity)).toBe('ok');
    expect(slogdet(1, Math.log(1e-16))).toBe('ok');
    expect(slogdet(1, 0)).toBe('wrong');
  });

  test('what float32 cannot hold is out of range for float32 only', () => {
    const tiny = value([1e-64], 1e-64);
    expect(judge([0], tiny, float32)).toBe('out-of-range');
    expect(judge([0], tiny, float64)).toBe('wrong');
  });
});

describe('a backend that lies', () => {
  const backend = (name: string, run: (op: Op, inputs: Inputs) => ArrayLike<number>[]): Backend => ({
    name,
    version: '0',
    unit: float64,
    supports: (_, kind) => kind === 'value',
    prepare: (op, _, inputs) =>
      prepared(
        () => run(op, inputs),
        (x) => x,
      ),
  });
  const entries = suite.filter(({ n }) => n <= 8);
  const outcomesOf = (b: Backend) =>
    entries.flatMap((entry) => accuracyOf(b, entry)).map(({ outcome }) => outcome);

  test('zeros everywhere are wrong without a word nearly everywhere', () => {
    const zeros = backend('zeros', (op, { A, B }) =>
      op === 'slogdet'
        ? [[1], [0]]
        : [new Float64Array(op === 'det' ? 1 : op === 'solve' ? B.data.length : A.data.length)],
    );
    const outcomes = outcomesOf(zeros);
    const wrong = outcomes.filter((outcome) => outcome === 'wrong').length;
    expect(wrong / outcomes.length).toBeGreaterThan(0.7);
  });

  test('NaN everywhere is never silent', () => {
    const nan = backend('nan', (op, { A, B }) => {
      const size = op === 'det' ? 1 : op === 'solve' ? B.data.length : A.data.length;
      return op === 'slogdet' ? [[NaN], [NaN]] : [new Float64Array(size).fill(NaN)];
    });
    expect(outcomesOf(nan)).not.toContain('wrong');
  });

  test('throwing everywhere fails wherever there is an answer', () => {
    const outcomes = outcomesOf(
      backend('throws', () => {
        throw typed;
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(['threw', 'refused', 'undetermined']));
  });

  test('the references themselves pass everywhere', () => {
    for (const entry of suite) {
      const golden = readGolden(entry.name);
      const perfect = backend('perfect', (op) => {
        const reference = golden.ops[op]?.value as Reference;
        if ('refuse' in reference) throw typed;
        return reference.parts.map(({ data }) => data.map(Number));
      });
      for (const { outcome } of accuracyOf(perfect, entry)) expect(['ok', 'refused']).toContain(outcome);
    }
  });

  test('scribbling on the input does not change the next case', () => {
    const entry = entries.find(({ name }) => name === 'magic-5') as (typeof entries)[number];
    const seen: number[] = [];
    const scribbler = backend('scribbler', (_, { A }) => {
      seen.push(A.data[0] as number);
      return [A.data.fill(7)];
    });
    const rows = accuracyOf(scribbler, entry);
    expect(rows.map(({ op }) => op)).toEqual(ops.filter((op) => op !== 'cholesky'));
    expect(new Set(seen)).toEqual(new Set([entry.build().data[0]]));
    expect(rows.every(({ outcome }) => failures.includes(outcome))).toBe(true);
  });
});
