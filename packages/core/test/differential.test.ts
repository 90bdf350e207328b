import { expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { toNested } from '../src/array.ts';
import * as m from '../src/index.ts';
import { randomArray, uniform } from '../src/testing/index.ts';

const next = uniform(5);
const random = (...shape: number[]) => randomArray(next, shape);
const close = (y: NdArray, wanted: NdArray) => {
  expect(y.shape).toEqual(wanted.shape);
  expect(toNested(m.normInf(m.sub(y, wanted)))).toBeLessThan(1e-12);
};
const chain = (...factors: NdArray[]) => factors.reduce((A, B) => m.matmul(A, B));

test('the differential of a scalar function is the inner product with its gradient', () => {
  const [X, dX] = [m.add(random(3, 3), m.diag([3, 3, 3])), random(3, 3)];
  for (const f of [m.det, m.trace, m.norm, m.logabsdet, (Y: NdArray) => m.trace(m.inv(Y))]) {
    close(m.differential(f, X)(dX), m.inner(m.gradient(f, X), dX));
  }
});

test('the differential is linear, and that of a product the product rule', () => {
  const [X, A, B] = [random(2, 3), random(2, 3), random(2, 3)];
  const f = (Y: NdArray) => m.matmul(Y, m.transpose(Y));
  const d = m.differential(f, X);
  close(d(m.add(A, m.scale(2, B))), m.add(d(A), m.scale(2, d(B))));
  close(d(A), m.add(chain(A, m.transpose(X)), chain(X, m.transpose(A))));
});

test('the trace trick: factors go round, a transpose changes nothing, an entrywise product changes sides', () => {
  const [A, B, C, D] = [random(2, 3), random(3, 4), random(4, 2), random(2, 3)];
  close(m.trace(chain(A, B, C)), m.trace(chain(C, A, B)));
  close(m.trace(chain(A, B, C)), m.trace(m.transpose(chain(A, B, C))));
  const E = random(2, 3);
  close(m.trace(chain(m.transpose(A), m.hadamard(D, E))), m.trace(chain(m.transpose(m.hadamard(A, D)), E)));
  // Gradients found by it.
  const X = random(3, 4);
  close(
    m.gradient((Y) => m.trace(chain(A, Y, C)), X),
    chain(m.transpose(A), m.transpose(C)),
  );
  const F = random(3, 4);
  const G = random(3, 4);
  close(
    m.gradient((Y) => m.trace(chain(m.transpose(F), m.hadamard(G, Y))), X),
    m.hadamard(F, G),
  );
});

test('the two readings of ∇f(Ax) are kept apart', () => {
  const [A, x] = [random(3, 2), random(2)];
  const f = (z: NdArray) => m.sumsq(m.sin(z));
  const outer = m.gradient(f, m.matmul(A, x));
  expect(outer.shape).toEqual([3]);
  close(
    m.gradient((y) => f(m.matmul(A, y)), x),
    m.matmul(m.transpose(A), outer),
  );
});

test('d(A⁻¹) is -A⁻¹ dA A⁻¹, and none of what it is taken for', () => {
  const [A, dA] = [m.add(random(3, 3), m.diag([3, 3, 3])), random(3, 3)];
  const Y = m.inv(A);
  const d = m.differential(m.inv, A)(dA);
  close(d, m.neg(chain(Y, dA, Y)));
  const away = (wrong: NdArray) => expect(toNested(m.norm(m.sub(d, wrong)))).toBeGreaterThan(1e-3);
  away(m.inv(dA));
  away(m.neg(chain(Y, Y, dA)));
  away(m.neg(chain(dA, Y, Y)));
  away(m.neg(chain(m.transpose(Y), dA, m.transpose(Y))));
});

test('shapes that do not fit are refused', () => {
  expect(() => m.differential(m.inv, [[1]])([1, 2])).toThrow(m.ShapeError);
  expect(() => m.gradient(m.inv, [[1]])).toThrow(m.ShapeError);
});

test('gradients in symmetric matrices are refused at others', () => {
  const crooked = [
    [1, 2],
    [3, 4],
  ];
  for (const [op, f] of [
    ['symmetricGradient', m.symmetricGradient],
    ['vechGradient', m.vechGradient],
  ] as const) {
    expect(() => f(m.logabsdet, crooked)).toThrow(m.NotSymmetricError);
    expect(() => f(m.logabsdet, crooked)).toThrow(new RegExp(`^${op}: `));
    expect(() => f(m.sum, [[1, 2, 3]])).toThrow(new RegExp(`^${op}: expected a square matrix`));
    // A nested mode shows its numbers.
    expect(() => m.jacobian((S) => f(m.logabsdet, S))(crooked)).toThrow(m.NotSymmetricError);
    expect(f(m.logdet, random(0, 0)).shape).toEqual([0, 0]);
  }
});

test('the volume of columns that depend on each other, and of a wide matrix, is refused', () => {
  for (const A of [
    [[1, 1], [1, 1], [2, 2]],
    [[1e-200, 3e-200], [1e-200, 3e-200], [2e-200, 6e-200]],
    [[0], [0]],
  ]) // biome-ignore format: matrices
    expect(() => m.logVolume(A)).toThrow(m.SingularMatrixError);
  expect(() => m.logVolume([[1, 2, 3]])).toThrow(m.ShapeError);
  const member = () => m.logVolume([[[1, 0], [0, 1]], [[1, 1], [1, 1]]]); // biome-ignore format: matrices
  expect(member).toThrow(/member 1/);
  // The scale of columns is not their rank.
  const graded = m.diag([1, 1e-30]);
  expect(toNested(m.logVolume(graded))).toBeCloseTo(Math.log(1e-30), 10);
});
