import { describe, expect, test } from 'vitest';
import {
  add,
  array,
  block,
  broadcastTo,
  concat,
  cond,
  DomainError,
  det,
  divide,
  eigvalsh,
  gather,
  grad,
  hadamard,
  hessian,
  hvp,
  inner,
  inv,
  jacobian,
  jvp,
  logdet,
  lstsq,
  matmul,
  type NdArray,
  neg,
  norm,
  pinv,
  pow,
  put,
  qr,
  reshape,
  scale,
  scatter,
  sin,
  slogdet,
  stack,
  sub,
  sum,
  sumTo,
  symmetricFunction,
  toNested,
  transpose,
  vjp,
} from '../src/index.ts';
import { symbol } from '../src/latex.ts';
import { spectralProjector, truncatedSvd } from '../src/spectra.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';

const random = (seed: number, ...shape: number[]) => randomArray(uniform(seed), shape);
const untyped = (f: (...args: never[]) => unknown) => f as (...args: unknown[]) => unknown;
const A = [
  [2, 1],
  [1, 3],
];

describe('cotangents and tangents', () => {
  test('a pullback without an argument is refused, not taken for zero', () => {
    expect(() => untyped(inv.vjp(A).pullback)()).toThrow(/^inv: expected a number/);
    expect(() => untyped(slogdet.vjp(A).pullback)(1)).toThrow(/^slogdet: expected a number/);
    expect(() => untyped(slogdet.vjp(A).pullback)([1])).toThrow(/^slogdet: expected a number/);
    expect(toNested(add(slogdet.vjp(A).pullback([null, 0])[0], 0))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('a pullback of several outputs wants one cotangent for each', () => {
    const { pullback } = vjp((X) => slogdet(X), A);
    for (const wrong of [null, undefined, 1, [1], [1, 2, 3]])
      expect(() => untyped(pullback)(wrong)).toThrow(/^vjp: expected a list of 2 cotangents/);
  });

  test('jvp wants lists, and says so', () => {
    expect(() => untyped(jvp)(sin, array([1]), array([1]))).toThrow(/jvp\(f, \[x\], \[dx\]\)/);
    expect(() => untyped(jvp)(sin, [1])).toThrow(/^jvp: expected as many tangents/);
    expect(() => untyped(inv.jvp)([A])).toThrow(/^inv: expected lists of primals and tangents/);
  });

  test('an argument number given twice is refused: its gradient would be shared out', () => {
    expect(() => grad((x, y) => inner(x, y), [0, 0])).toThrow(/^grad: expected different argument numbers/);
  });

  test('jacobian of several outputs is refused with a typed error', () => {
    expect(() => untyped(jacobian((X) => slogdet(X) as never))(A)).toThrow(/^jacobian: expected/);
  });
});

describe('values that escape', () => {
  test('a value used after its function has returned is refused, for its derivative would be zero', () => {
    let kept: NdArray | undefined;
    const keep = (X: NdArray) => {
      kept = X;
      return sum(X);
    };
    grad(keep)([1, 2]);
    expect(() => sum(kept as NdArray)).toThrow(/outside the function/);
    jvp(keep, [[1, 2]], [[1, 0]]);
    expect(() => neg(kept as NdArray)).toThrow(/outside the function/);
    const leaky = (X: NdArray) => {
      grad(keep)(X);
      return kept as NdArray;
    };
    expect(() => vjp(leaky, [1, 2])).toThrow(/outside the function/);
    expect(() => jvp(leaky, [[1, 2]], [[1, 0]])).toThrow(/outside the function/);
  });

  test('a pullback may be called later, twice, and inside another derivative', () => {
    const X = add(random(1, 3, 3), [
      [4, 0, 0],
      [0, 4, 0],
      [0, 0, 4],
    ]);
    const { pullback } = vjp((Z) => inv(Z), X);
    const bar = random(2, 3, 3);
    expect(toNested(pullback(bar)[0])).toEqual(toNested(pullback(bar)[0]));
    checkGrads((Y) => pullback(Y)[0], [bar]);
    const inside = (c: NdArray) => {
      const later = vjp((Z) => inv(scale(c, Z)), X).pullback;
      const first = later(bar)[0];
      return grad((y) => sum(hadamard(later(scale(y, bar))[0], first)))(c);
    };
    checkGrads(inside, [0.7]);
  });
});

describe('nesting', () => {
  test('a factorisation shared between levels: jvp over x of grad over S of x·logdet(S)', () => {
    const S = random(3, 3, 3);
    const spd = (Z: NdArray) =>
      add(matmul(Z, transpose(Z)), [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]);
    checkGrads((x, Z) => grad((Y) => hadamard(x, logdet(spd(Y))))(Z), [0.7, S]);
    checkGrads((x) => grad((Y) => hadamard(x, logdet(spd(add(scale(x, S), Y)))))(S), [0.7]);
  });

  test('grad in jvp in vjp', () => {
    const f = (a: NdArray, b: NdArray, c: NdArray) =>
      grad((d) => hadamard(hadamard(a, b), hadamard(c, sin(hadamard(hadamard(d, a), b)))))(c);
    const g = (a: NdArray) =>
      vjp((b: NdArray) => jvp((c: NdArray) => f(a, b, c), [b], [a]).tangent, a).pullback(a)[0];
    checkGrads(g, [0.6]);
  });
});

describe('rank deficiency', () => {
  const deficient = [
    [[1, 1], [1, 1]],
    [[1, 0], [1, 0], [0, 0]],
    [[0, 0], [0, 0]],
    [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
    [[1, 2], [2, 4], [3, 6]],
  ]; // biome-ignore format: matrices

  test('qr factors any matrix, its derivatives refuse those without full column rank', () => {
    for (const X of deficient) {
      const [Q, R] = qr(X);
      expect(Math.max(...add(matmul(Q, R), neg(X)).data.map(Math.abs))).toBeLessThan(1e-14);
      expect(() => grad((Z) => sum(qr(Z)[0]))(X)).toThrow(/^qr: expected a nonsingular matrix/);
      expect(() => qr.jvp([X], [X])).toThrow(/^qr: expected a nonsingular matrix/);
    }
  });

  test('lstsq of a stack of matrices takes a vector of right-hand sides as solve does', () => {
    const tall = [[[1, 0], [0, 1], [0, 0]], [[2, 0], [0, 2], [0, 0]]]; // biome-ignore format: matrices
    expect(toNested(lstsq(tall, [1, 2, 3]))).toEqual([[1, 2], [0.5, 1]]); // biome-ignore format: matrices
    const wide = [[[1, 0, 0], [0, 1, 0]], [[2, 0, 0], [0, 2, 0]]]; // biome-ignore format: matrices
    expect(toNested(lstsq(wide, [1, 2]))).toEqual([[1, 2, 0], [0.5, 1, 0]]); // biome-ignore format: matrices
  });

  test('a stack with singular members keeps the derivatives of det of every member', () => {
    const stack = [[[1, 2], [2, 4]], [[1, 2], [3, 4]], [[0, 0], [0, 0]]]; // biome-ignore format: matrices
    expect(toNested(add(grad((X) => sum(det(X)))(stack), 0))).toEqual([
      [[4, -2], [-2, 1]],
      [[4, -3], [-2, 1]],
      [[0, 0], [0, 0]],
    ]); // biome-ignore format: matrices
    expect(() => grad((X) => sum(slogdet(X)[1]))(stack)).toThrow(/member 0/);
  });
});

describe('options', () => {
  test('shapes are lists of whole numbers', () => {
    for (const shape of [undefined, null, 3, [-2, -3], [1.5, 4], ['6'], new Array(2)]) {
      expect(() => untyped(reshape)([1, 2, 3, 4, 5, 6], shape)).toThrow(/^reshape: expected a shape/);
      expect(() => untyped(broadcastTo)([[1]], shape)).toThrow(/^broadcastTo: expected a shape/);
      expect(() => untyped(sumTo)([[1]], shape)).toThrow(/^sumTo: expected a shape/);
    }
    expect(() => put([1, 2], 0, 1.5)).toThrow(/^put: expected a shape/);
    expect(() => put([1, 2], 0, Number.POSITIVE_INFINITY)).toThrow(/^put: expected a shape/);
    expect(() => untyped(stack)(array([1]))).toThrow(/^stack: expected a list/);
    expect(() => untyped(gather)(A)).toThrow(/^gather: expected an index map/);
    expect(() => untyped(scatter)(A, null, [2, 2])).toThrow(/^scatter: expected an index map/);
  });

  test('numbers of values, tolerances and exponents are checked: none of them means something else in silence', () => {
    for (const k of [undefined, -1, 1.5, Number.NaN, 3])
      expect(() => spectralProjector(A, k as number)).toThrow(/^spectralProjector: expected how many/);
    for (const r of [undefined, -1, 1.5, Number.NaN])
      expect(() => truncatedSvd(A, r as number)).toThrow(/^truncatedSvd: expected how many/);
    for (const rtol of [-1, Number.NaN, 'x'])
      expect(() => pinv(A, rtol as number)).toThrow(/^pinv: expected a tolerance/);
    for (const p of [undefined, null, [2], Number.NaN, 'x']) {
      expect(() => untyped(pow)([2, 3], p)).toThrow(/^pow: expected a number/);
      expect(() => untyped(symmetricFunction)(A, 'pow', p)).toThrow(
        /^symmetricFunction: expected an exponent/,
      );
    }
    expect(() => untyped(symmetricFunction)(A, 'constructor')).toThrow(/^symmetricFunction: expected exp/);
  });
});

describe('overflow', () => {
  test('what cannot be held by float64 is Infinity or an error, never NaN', () => {
    expect(() => matmul([[1e200, 1e200]], [[1e200], [-1e200]])).toThrow(/^matmul: .*NaN/);
    expect(() => symmetricFunction([[1000, 0], [0, 1]], 'exp')).toThrow(/^symmetricFunction: .*NaN/); // biome-ignore format: matrices
    expect(() => pinv([[1e-310, 0], [0, 3e-310]])).toThrow(/^pinv: .*NaN/); // biome-ignore format: matrices
    expect(() => grad((X) => sum(pinv(X)))([[1e-160, 0], [0, 3e-160]])).toThrow(/NaN/); // biome-ignore format: matrices
    const twice = (x: NdArray) => sub(hadamard(x, x), hadamard(x, x));
    expect(() => jvp(twice, [1e200], [1])).toThrow(/^jvp: .*NaN/);
    expect(() => vjp(twice, 1e200)).toThrow(/^vjp: .*NaN/);
    expect(toNested(det([[1e200, 0], [0, 1e200]]))).toBe(Number.POSITIVE_INFINITY); // biome-ignore format: matrices
  });
});

describe('norms at the ends of the range', () => {
  test('second derivatives are right or refused, never without a term', () => {
    const h = (c: number) => toNested(scale(c, hessian(norm)([3 * c, 4 * c])));
    for (const c of [1e-150, 1e-100, 1, 1e100, 1e150]) {
      const [[a, b], [, d]] = h(c) as number[][];
      expect([a, b, d].map((x, i) => x / [0.128, -0.096, 0.072][i] - 1)).toEqual(
        [0, 0, 0].map(() => expect.closeTo(0, 12)),
      );
    }
    for (const c of [1e-160, 1e160, 1e200]) expect(() => h(c)).toThrow(/expected a finite value/);
  });
});

test('a power is printed with the exponent of the call', () => {
  expect(String(pow(symbol('A'), -0.5))).toBe('A^{\\circ -0.5}');
});

describe('repeated eigenvalues', () => {
  const I = [[1, 0], [0, 1]]; // biome-ignore format: matrices

  test('symmetric sums differentiate, what looks at single ones is refused', () => {
    expect(toNested(grad((X) => sum(eigvalsh(X)))(I))).toEqual(I);
    expect(() => grad((X) => inner([1, 2], eigvalsh(X)))(I)).toThrow(/^eigh: expected separate values/);
    const D = [[0, 1], [1, 0]]; // biome-ignore format: matrices
    expect(() => hvp((X) => sum(hadamard(eigvalsh(X), eigvalsh(X))))(I, D)).toThrow(/separate values/);
  });
});

test.each([
  () => untyped(norm)([1, 2], [1, 2]),
  () => untyped(norm)(A, [1]),
  () => untyped(norm)(A, 3n),
  () => untyped(cond)(A, [1, 2]),
  () => untyped(concat)(A[0][0]),
  () => untyped(concat)({ shape: [2], data: [1, 2] }),
  () => untyped(block)(null),
  () => untyped(block)([1, 2]),
])('options and lists of other types are refused: %s', (call) => {
  expect(call).toThrow(DomainError);
});

test('quotients are those of IEEE, also where the reciprocal of the divisor is none', () => {
  expect(toNested(divide(49, 49))).toBe(1);
  expect(toNested(divide([3e-320, 1e-310], 1e-320))).toEqual([3e-320 / 1e-320, 1e-310 / 1e-320]);
  expect(() => divide([1, 2], [1, 0])).toThrow(/^divide: expected finite quotients, got Infinity at index 1/);
  expect(() => divide(0, 0)).toThrow(DomainError);
  const tiny = [1e-300, 4e-300];
  expect(toNested(grad((x) => sum(divide(x, [2e-300, 2e-300])))(tiny))).toEqual([1 / 2e-300, 1 / 2e-300]);
  expect(toNested(grad((x) => divide(sum(x), 2e-300))(tiny))).toEqual([1 / 2e-300, 1 / 2e-300]);
});
