import { expect, test } from 'vitest';
import { conditionReport, type Factorization, monitor } from '../diagnose.ts';
import { qr as wideQR } from '../factor/qr/qr.ts';
import { type ArrayInput, array, eigh, grad, inv, jvp, logdet, qr, solve, sum, svdvals } from '../index.ts';
import { randomArray, uniform } from '../testing/index.ts';

const seenBy = (program: () => unknown): Factorization[] => {
  const seen: Factorization[] = [];
  monitor(program, (made) => seen.push(made));
  return seen;
};
const hilbert = (m: number, n: number, c = 1) =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => c / (i + j + 1)));

test('reports operation, kind, size and condition of each factorisation', () => {
  const seen = seenBy(() => {
    inv(hilbert(4, 4));
    logdet(hilbert(4, 4));
    qr(hilbert(6, 4));
    wideQR(array(hilbert(4, 6)), 'lstsq');
    eigh(hilbert(4, 4));
    svdvals(hilbert(4, 6));
  });
  expect(seen.map(({ op, kind, n }) => `${op} ${kind} ${n}`)).toEqual([
    'inv LU 4',
    'logdet Cholesky 4',
    'qr QR 4',
    'lstsq QR 4',
    'eigh eigh 4',
    'svd svd, none 4',
  ]);
  for (const { rcond } of seen) {
    expect(rcond).toBeGreaterThan(1e-6);
    expect(rcond).toBeLessThan(1e-2);
  }
  expect(seen[0].rcond).toBe(conditionReport(hilbert(4, 4)).equilibrated.rcond);
});

test('scaling does not count for LU, Cholesky and columns of QR, nor does the size of entries', () => {
  const scaled = (c: number): ArrayInput => [
    [c * c, 0.5 * c],
    [0.5 * c, 1],
  ];
  const columns = (c: number): ArrayInput => [
    [c, 0.5],
    [0, 1],
    [0, 0],
  ];
  for (const c of [2 ** 20, 2 ** -400, 2 ** 400]) {
    for (const [f, at] of [
      [logdet, scaled],
      [qr, columns],
      [inv, scaled],
    ] as const) {
      const [one, other] = [seenBy(() => f(at(1)))[0], seenBy(() => f(at(c)))[0]];
      expect(other.rcond / one.rcond).toBeGreaterThan(0.3);
      expect(other.rcond / one.rcond).toBeLessThan(3);
    }
  }
});

test('estimates of Cholesky and QR are within a factor of 5 of the exact condition', () => {
  const next = uniform(3);
  const norm = (n: number, data: Float64Array) =>
    Math.max(
      ...Array.from({ length: n }, (_, j) =>
        data.reduce((s, x, p) => (p % n === j ? s + Math.abs(x) : s), 0),
      ),
    );
  for (const n of [1, 2, 5, 12]) {
    const A = randomArray(next, [n, n]);
    const R = qr(A)[1];
    const c = Array.from({ length: n }, (_, j) => Math.hypot(...R.data.filter((_, p) => p % n === j)));
    const M = { shape: R.shape, data: R.data.map((x, p) => x / c[p % n]) };
    const exact = 1 / (norm(n, M.data) * norm(n, inv(M).data));
    const { rcond } = seenBy(() => qr(A))[0];
    expect(rcond / exact).toBeGreaterThan(0.99);
    expect(rcond / exact).toBeLessThan(5);
  }
});

test('singular, zero and empty matrices', () => {
  const rcond = (f: () => unknown) => seenBy(f)[0].rcond;
  const zero = array([
    [0, 0],
    [0, 0],
  ]);
  expect(rcond(() => qr(zero))).toBe(0);
  expect(rcond(() => svdvals(zero))).toBe(0);
  expect(rcond(() => eigh(zero))).toBe(0);
  const empty = { shape: [0, 0], data: new Float64Array(0) };
  for (const f of [inv, logdet, qr, eigh, svdvals]) expect(rcond(() => f(empty))).toBe(1);
});

test('of a stack, the worst member', () => {
  const one = [
    [1, 0],
    [0, 1],
  ];
  const stack = [one, hilbert(2, 2), one];
  const { member, shape, rcond } = seenBy(() => inv(stack))[0];
  expect([member, shape]).toEqual([1, [3, 2, 2]]);
  expect(rcond).toBe(seenBy(() => inv(hilbert(2, 2)))[0].rcond);
  expect(seenBy(() => inv([[2]]))[0].member).toBeUndefined();
});

test('derivatives factor nothing of their own', () => {
  const f = (A: Parameters<typeof inv>[0]) => sum(solve(A, [1, 2, 3]));
  expect(seenBy(() => grad(f)(hilbert(3, 3)))).toHaveLength(1);
  expect(seenBy(() => jvp(f, [hilbert(3, 3)], [hilbert(3, 3)]))).toHaveLength(1);
});

test('what was seen before an error is not lost, and the monitor is off after it', () => {
  const seen: Factorization[] = [];
  const program = () => {
    inv([[2]]);
    inv([[0]]);
  };
  expect(() => monitor(program, (made) => seen.push(made))).toThrow(/^inv: /);
  expect(seen.map(({ rcond }) => rcond)).toEqual([1, 0]);
  inv([[2]]);
  expect(seen).toHaveLength(2);
});

test('monitors nest; reports are not monitored; errors of a report pass through', () => {
  const outer: string[] = [];
  const inner: string[] = [];
  const result = monitor(
    () => {
      monitor(
        () => inv([[2]]),
        ({ kind }) => {
          inner.push(kind);
          qr([[1]]);
        },
      );
      return inv([[4]]);
    },
    ({ kind }) => outer.push(kind),
  );
  expect(result.data[0]).toBe(0.25);
  expect(inner).toEqual(['LU']);
  expect(outer).toEqual(['LU', 'QR', 'LU']);
  const stop = () => {
    throw new RangeError('too ill conditioned');
  };
  expect(() => monitor(() => inv([[2]]), stop)).toThrow(RangeError);
  expect(seenBy(() => inv([[2]]))).toHaveLength(1);
});

test('asynchronous programs are refused, and leave no monitor behind', () => {
  const seen: Factorization[] = [];
  const program = async () => inv([[2]]);
  expect(() => monitor(program, (made) => seen.push(made))).toThrow(/promise/);
  inv([[2]]);
  expect(seen).toHaveLength(1);
});
