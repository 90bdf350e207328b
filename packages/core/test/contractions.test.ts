import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import * as structured from '../src/structured.ts';
import * as tensor from '../src/tensor.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(53);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const numbers = (y: NdArray) => m.toNested(y);
const near = (y: NdArray, wanted: NdArray) => {
  expect(y.shape).toEqual(wanted.shape);
  expect(numbers(m.max(m.abs(m.sub(y, wanted))))).toBeLessThan(1e-13);
};

/** The sum over all letters, as written: the slow truth. */
function byHand(subscripts: string, operands: readonly NdArray[]): NdArray {
  const [left, right] = subscripts.split('->') as [string, string];
  const terms = left.split(',');
  const sizes = new Map<string, number>();
  for (const [i, term] of terms.entries()) {
    for (const [axis, l] of [...term].entries()) {
      sizes.set(l, Math.max(sizes.get(l) ?? 1, operands[i]?.shape[axis] as number));
    }
  }
  const letters = [...sizes.keys()];
  const shape = [...right].map((l) => sizes.get(l) as number);
  const data = new Float64Array(shape.reduce((n, d) => n * d, 1));
  const at = new Map<string, number>();
  const position = (term: string, own: readonly number[]) =>
    [...term].reduce(
      (p, l, axis) => p * (own[axis] as number) + (own[axis] === 1 ? 0 : (at.get(l) as number)),
      0,
    );
  const walk = (depth: number): void => {
    const letter = letters[depth];
    if (letter === undefined) {
      data[position(right, shape)] += operands.reduce(
        (p, X, i) => p * (X.data[position(terms[i] as string, X.shape)] as number),
        1,
      );
      return;
    }
    for (let i = 0; i < (sizes.get(letter) as number); i++) {
      at.set(letter, i);
      walk(depth + 1);
    }
  };
  walk(0);
  return { shape, data };
}

describe('einsum', () => {
  const cases: readonly (readonly [subscripts: string, shapes: readonly number[][]])[] = [
    [
      'ij,jk->ik',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'ij,jk->ki',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'ji,kj->ik',
      [
        [3, 2],
        [4, 3],
      ],
    ],
    [
      'bij,bjk->bik',
      [
        [2, 2, 3],
        [2, 3, 2],
      ],
    ],
    [
      'ibj,jkb->kib',
      [
        [2, 3, 2],
        [2, 2, 3],
      ],
    ],
    ['i,j->ij', [[2], [3]]],
    ['i,i->', [[4], [4]]],
    ['i,i->i', [[4], [4]]],
    [
      'ij,ij->',
      [
        [2, 3],
        [2, 3],
      ],
    ],
    ['ij->ji', [[2, 3]]],
    ['ij->', [[2, 3]]],
    ['ij->j', [[2, 3]]],
    ['ii->', [[3, 3]]],
    ['ii->i', [[3, 3]]],
    ['iij->ij', [[3, 3, 2]]],
    ['iji->j', [[3, 2, 3]]],
    ['iii->', [[2, 2, 2]]],
    [
      'ij,jk,kl->il',
      [
        [2, 3],
        [3, 4],
        [4, 2],
      ],
    ],
    ['i,ij,j->', [[2], [2, 3], [3]]],
    [
      'ij,kj,lj->ikl',
      [
        [2, 3],
        [3, 3],
        [2, 3],
      ],
    ],
    [
      'ii,jj->ij',
      [
        [2, 2],
        [3, 3],
      ],
    ],
    ['ij,i->ij', [[2, 3], [2]]],
    [
      'ijk,ijl,kl->',
      [
        [2, 2, 3],
        [2, 2, 2],
        [3, 2],
      ],
    ],
    [
      'ab,bc,ca->',
      [
        [2, 3],
        [3, 2],
        [2, 2],
      ],
    ],
    [',ij->ij', [[], [2, 2]]],
    [
      'ij,ij->ij',
      [
        [1, 3],
        [2, 1],
      ],
    ],
    [
      'ij,jk->ik',
      [
        [2, 1],
        [3, 2],
      ],
    ],
  ];
  test.each(cases)('%s is the sum that it says, with its derivatives', (subscripts, shapes) => {
    const x = shapes.map((shape) => random(...shape));
    near(tensor.einsum(subscripts, ...x), byHand(subscripts, x));
    checkGrads((...y) => tensor.einsum(subscripts, ...y), x, { tolerance: 1e-7 });
  });

  test('leaves out the arrow, and broadcasts leading axes, as NumPy does', () => {
    const [A, B, C] = [random(2, 3), random(3, 4), random(3, 3)];
    near(tensor.einsum('ij,jk', A, B), m.matmul(A, B));
    near(tensor.einsum('ba', A), m.transpose(A));
    expect(numbers(tensor.einsum('ii', C))).toBeCloseTo(numbers(m.trace(C)) as number, 14);
    const [S, T] = [random(2, 1, 2, 3), random(4, 3, 2)];
    near(tensor.einsum('...ij,...jk->...ik', S, T), m.matmul(S, T));
    near(tensor.einsum('...ij,...jk', S, T), m.matmul(S, T));
    near(tensor.einsum('i...->...i', A), m.transpose(A));
    near(tensor.einsum('...->...', A), A);
    near(tensor.einsum('...ii->...i', m.stack([C, C])), m.diagPart(m.stack([C, C])));
    checkGrads((X, Y) => tensor.einsum('...ij,...jk->...ik', X, Y), [S, T], { order: 1 });
    near(tensor.einsum(' i j , j k -> i k ', A, B), m.matmul(A, B));
  });

  test('contracts in an order that keeps things small', () => {
    const n = 60;
    const [u, A, B, v] = [random(n), random(n, n), random(n, n), random(n)];
    near(
      m.scale(1 / n, tensor.einsum('i,ij,jk,k->', u, A, B, v)),
      m.scale(1 / n, m.inner(u, m.matmul(A, m.matmul(B, v)))),
    );
  });

  test('takes what is empty', () => {
    expect(numbers(tensor.einsum('ij,jk->ik', m.zeros(2, 0), m.zeros(0, 2)))).toEqual([[0, 0], [0, 0]]);
    expect(tensor.einsum('ij,jk->ik', m.zeros(0, 2), m.zeros(2, 3)).shape).toEqual([0, 3]);
    expect(numbers(tensor.einsum('i->', []))).toBe(0);
  }); // biome-ignore format: matrices

  test('refuses what makes no sense', () => {
    const A = random(2, 3);
    for (const bad of ['ij->ik', 'ij->ii', 'i1', 'ij->i->j', 'i....j', 'ij->iji'])
      expect(() => tensor.einsum(bad, A), bad).toThrow(m.MatgradError);
    expect(() => tensor.einsum('ij,jk->ik', A)).toThrow(m.ShapeError);
    expect(() => tensor.einsum('ij,jk->ik', A, A)).toThrow(m.ShapeError);
    expect(() => tensor.einsum('i', A)).toThrow(m.ShapeError);
    expect(() => tensor.einsum(A as unknown as string, A)).toThrow(m.DomainError);
  });
});

describe('tensordot', () => {
  test('sums over the axes that it is told', () => {
    const [A, B] = [random(2, 3, 4), random(3, 4, 2)];
    near(tensor.tensordot(A, B), byHand('ijk,jkl->il', [A, B]));
    near(tensor.tensordot(A, B, [[1], [0]]), byHand('ijk,jlm->iklm', [A, B]));
    near(
      tensor.tensordot(A, B, [
        [0, 2],
        [-1, 1],
      ]),
      byHand('ijk,lki->jl', [A, B]),
    );
    expect(tensor.tensordot(A, B, 0).shape).toEqual([2, 3, 4, 3, 4, 2]);
    checkGrads((X, Y) => tensor.tensordot(X, Y, [[2], [1]]), [A, B]);
    expect(() => tensor.tensordot(A, B, 1)).toThrow(m.ShapeError);
    expect(() => tensor.tensordot(A, B, 4)).toThrow(m.ShapeError);
  });
});

describe('multiDot', () => {
  test('is the product, in whatever order', () => {
    const [A, B, C, D] = [random(2, 5), random(5, 1), random(1, 6), random(6, 3)];
    near(tensor.multiDot([A, B, C, D]), m.matmul(m.matmul(m.matmul(A, B), C), D));
    near(tensor.multiDot([A]), A);
    near(tensor.multiDot([[1, 2], A, random(5, 0), m.zeros(0, 2)]), m.zeros(2));
    const [u, v] = [random(5), random(3)];
    near(tensor.multiDot([u, B, C, D]), m.matmul(u, m.matmul(B, m.matmul(C, D))));
    near(tensor.multiDot([u, B, C, D, v]), m.inner(u, m.matmul(B, m.matmul(C, m.matmul(D, v)))));
    near(tensor.multiDot([m.stack([A, A]), B]), m.matmul(m.stack([A, A]), B));
    checkGrads((...x) => tensor.multiDot(x), [u, B, C, D], { tolerance: 1e-7 });
    expect(() => tensor.multiDot([])).toThrow(m.ShapeError);
    expect(() => tensor.multiDot([A, A])).toThrow(m.ShapeError);
    expect(() => tensor.multiDot([A, [1, 2], B])).toThrow(m.ShapeError);
  });
});

describe('structured matrices', () => {
  test('have stacks, and derivatives', () => {
    const [c, r] = [random(2, 3), random(2)];
    const one = numbers(m.toeplitz(m.take(c, 1), r));
    expect((numbers(m.toeplitz(c, r)) as unknown[])[1]).toEqual(one);
    for (const f of [m.toeplitz, structured.hankel]) checkGrads((x, y) => f(x, y), [c, r]);
    checkGrads(structured.circulant, [c]);
    expect(() => m.toeplitz(1)).toThrow(m.ShapeError);
    expect(() => structured.hankel(random(2, 3), random(3, 2))).toThrow(m.ShapeError);
    near(m.gram(random(0, 2)), m.zeros(2, 2));
  });

  test('a circulant matrix has the roots of unity for eigenvectors', () => {
    const x = m.array([1, -1, 1, -1]);
    near(m.matmul(structured.circulant([1, 2, 3, 5]), x), m.scale(1 - 2 + 3 - 5, x));
  });

  test('the exponential of a Kronecker sum is the Kronecker product of exponentials', () => {
    const [A, B] = [random(2, 2), random(3, 3)];
    near(m.expm(structured.kronSum(A, B)), m.kron(m.expm(A), m.expm(B)));
    near(
      m.logdet(m.add(m.gram(A), m.eye(2))),
      m.logdet(m.add(m.congruence(m.transpose(A), m.eye(2)), m.eye(2))),
    );
    checkGrads(structured.kronSum, [A, B]);
    checkGrads(m.congruence, [random(2, 3), B]);
    expect(() => structured.kronSum([[1, 2]], B)).toThrow(m.ShapeError);
  });
});
