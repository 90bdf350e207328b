import { expect, test } from 'vitest';
import { grad, hessian, logSoftmax, logsumexp, neg, softmax, take, tanh, toNested } from '../src/index.ts';

// Where a probability is nearly 1, what is left of 1 - p is all that its derivatives are made of.
const p = Math.exp(-40) / (1 + Math.exp(-40)) ** 2;

const close = (actual: unknown, wanted: readonly number[]) => {
  const numbers = [actual].flat(2) as number[];
  expect(numbers).toHaveLength(wanted.length);
  for (const [i, x] of numbers.entries())
    expect(Math.abs(x - (wanted[i] as number))).toBeLessThanOrEqual(1e-15 * Math.abs(wanted[i] as number));
};

test('softmax and its kin keep their derivatives where they saturate', () => {
  close(toNested(grad((x) => take(softmax(x), 0))([40, 0])), [p, -p]);
  close(toNested(grad((x) => take(softmax(x), 1))([40, 0])), [-p, p]);
  const q = Math.exp(-40) / (1 + Math.exp(-40));
  close(toNested(grad((x) => neg(take(logSoftmax(x), 0)))([40, 0])), [-q, q]);
  close(toNested(hessian((x) => logsumexp(x))([40, 0])), [p, -p, -p, p]);
});

test('and their values', () => {
  close(toNested(logsumexp([0, -40])), [Math.log1p(Math.exp(-40))]);
  close(toNested(logSoftmax([40, 0])), [-Math.log1p(Math.exp(-40)), -40 - Math.log1p(Math.exp(-40))]);
});

test('ties share alike, in groups of axes too', () => {
  close(toNested(grad((x) => take(softmax(x), 0))([3, 3])), [0.25, -0.25]);
  close(
    toNested(
      softmax(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 1],
      ),
    ),
    [0.25, 0.25, 0.25, 0.25],
  );
});

test('entries too far apart to subtract have no share', () => {
  expect(toNested(softmax([1e308, -1e308]))).toEqual([1, 0]);
  expect(toNested(grad((x) => take(softmax(x), 0))([1e308, -1e308]))).toEqual([0, 0]);
});

test.each([2, 8, 20, 300])('tanh has its derivatives at %f', (x) => {
  // sech²x = 4e/(1 + e)², e = exp(-2x); the second derivative is -2·tanh x·sech²x.
  const e = Math.exp(-2 * x);
  const first = (4 * e) / (1 + e) ** 2;
  expect(Math.abs((toNested(grad(tanh)(x)) as number) / first - 1)).toBeLessThan(1e-13);
  expect(Math.abs((toNested(hessian(tanh)(x)) as number) / (-2 * Math.tanh(x) * first) - 1)).toBeLessThan(
    1e-13,
  );
});
