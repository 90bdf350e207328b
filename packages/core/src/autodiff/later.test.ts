import { expect, test } from 'vitest';
import { toNested } from '../array.ts';
import { defineIdentity, domain, grad, hessian, inner, matmul, sum } from '../index.ts';
import { now } from './later.ts';

/** A ∘ B, that writes down each cotangent it computes. */
function observed() {
  const computed: string[] = [];
  const note = (name: string) => ({
    name,
    value: (x: number) => {
      computed.push(name);
      return x;
    },
    latex: (x: string) => x,
    derivative: () => {
      throw new Error('not wanted');
    },
  });
  const product = defineIdentity<'(n),(n)->(n)'>({
    name: 'product',
    signature: '(n),(n)->(n)',
    domain: [domain.real, domain.real],
    forward: ([a, b]) => ({ y: { shape: a.shape, data: a.data.map((x, i) => x * b.data[i]) } }),
    latex: (a, b) => `${a} \\circ ${b}`,
    rule: ({ add, had, map }) => ({
      jvp: ({ x: [a, b] }, da, db) => add(had(da, b), had(a, db)),
      vjp: ({ x: [a, b] }, ybar) => [map(had(ybar, b), note('abar')), map(had(ybar, a), note('bbar'))],
    }),
  });
  return { product, computed };
}

test('cotangents of constants are not computed', () => {
  const { product, computed } = observed();
  const g = grad((a) => sum(product(a, [4, 5])))([2, 3]);
  expect(toNested(g)).toEqual([4, 5]);
  expect(computed).toEqual(['abar', 'abar']);
});

test('those of several variables are', () => {
  const { product, computed } = observed();
  const g = grad((a) => sum(product(a, a)))([2, 3]);
  expect(toNested(g)).toEqual([4, 6]);
  expect(new Set(computed)).toEqual(new Set(['abar', 'bbar']));
});

test('what waits goes to the tape below, so second derivatives see it', () => {
  const A = [
    [2, 1],
    [1, 3],
  ];
  expect(toNested(hessian((x) => inner(x, matmul(A, x)))([1, 2]))).toEqual([
    [4, 2],
    [2, 6],
  ]);
});

test('now leaves alone what does not wait', () => {
  const x = { shape: [], data: Float64Array.of(1) };
  expect(now(x)).toBe(x);
});
