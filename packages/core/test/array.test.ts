import { describe, expect, test } from 'vitest';
import { broadcastIndex, broadcastShapes } from '../src/array.ts';
import { add, array, hadamard, inv, matmul, type NdArray, sum, toNested } from '../src/index.ts';

describe('array', () => {
  test('takes numbers, nested arrays, typed arrays and objects with shape and data', () => {
    expect(array(3)).toEqual({ shape: [], data: Float64Array.of(3) });
    expect(
      array([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual({ shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) });
    expect(array(Float32Array.of(1, 2) as never).shape).toEqual([2]);
    expect(array({ shape: [1, 2], data: Int32Array.of(5, 6) })).toEqual({
      shape: [1, 2],
      data: Float64Array.of(5, 6),
    });
    expect(array([]).shape).toEqual([0]);
    expect(array([[], []]).shape).toEqual([2, 0]);
  });

  test('reads scijs strides and offsets', () => {
    const data = Float64Array.of(0, 1, 2, 3, 4, 5);
    expect(toNested(array({ shape: [2, 2], data, stride: [1, 2], offset: 1 }))).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(toNested(array({ shape: [3], data, stride: [-1], offset: 5 }))).toEqual([5, 4, 3]);
    expect(() => array({ shape: [4], data, stride: [2] })).toThrow(/fill the shape \[4\], got 6 numbers/);
  });

  test('shares float64 data instead of copying it', () => {
    const data = Float64Array.of(1, 2);
    expect(array({ shape: [2], data }).data).toBe(data);
  });

  test.each([
    [[[1, 2], [3]], /rows of length 2, got one of length 1/],
    [[[1], 2], /rows of length 1, got 2/],
    [[1, [2]], /got Array/],
    [{ shape: [2, 2], data: [1] }, /data that fill the shape \[2,2\], got 1 numbers/],
    [{ shape: [-1], data: [] }, /data that fill the shape \[-1\]/],
    ['1', /got string/],
    [null, /got null/],
    [undefined, /got undefined/],
    [new Map(), /got Map/],
    [[['a']], /got string/],
    [new DataView(new ArrayBuffer(8)), /got DataView/],
  ])('refuses %j', (x, message) => {
    expect(() => array(x as never)).toThrow(message);
  });

  test('toNested undoes it', () => {
    for (const x of [2, [1, 2], [[1], [2]], [[[1, 2]], [[3, 4]]], [], [[], []]])
      expect(toNested(array(x))).toEqual(x);
  });
});

describe('broadcasting', () => {
  test('follows NumPy', () => {
    expect(broadcastShapes([2, 1, 3], [4, 1])).toEqual([2, 4, 3]);
    expect(broadcastShapes([2], [3])).toBeNull();
    expect([...broadcastIndex([2, 1], [2, 3])]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...broadcastIndex([], [2])]).toEqual([0, 0]);
    expect(toNested(add([[1], [2]], [10, 20]))).toEqual([
      [11, 21],
      [12, 22],
    ]);
    expect(() => hadamard([1, 2], [1, 2, 3])).toThrow(
      /hadamard: expected shapes that broadcast, got vector\(2\) and vector\(3\)/,
    );
  });

  test('gives matmul the vector rules of NumPy', () => {
    const A = [
      [1, 2],
      [3, 4],
    ];
    expect(toNested(matmul(A, [1, 1]))).toEqual([3, 7]);
    expect(toNested(matmul([1, 1], A))).toEqual([4, 6]);
    expect(toNested(matmul([1, 2], [3, 4]))).toBe(11);
    expect(matmul([A, A, A], [A]).shape).toEqual([3, 2, 2]);
    expect(() => matmul(A, [1, 2, 3])).toThrow(
      /matmul: expected \(m\?,k\),\(k,n\?\), got 2×2 and vector\(3\)/,
    );
  });

  test('reports which member of a stack failed', () => {
    const stack = [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 2],
        [2, 4],
      ],
      [
        [2, 0],
        [0, 2],
      ],
    ];
    expect(() => inv(stack)).toThrow(/member 1 of the stack/);
    expect(() => inv(stack[1])).not.toThrow(/member/);
  });
});

describe('sum', () => {
  test('goes over all axes or those named', () => {
    const A = [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ];
    expect(toNested(sum(A))).toBe(36);
    expect(toNested(sum(A, [0, 2]))).toEqual([14, 22]);
    expect(toNested(sum(A, -1))).toEqual([
      [3, 7],
      [11, 15],
    ]);
    expect(() => sum(A, 3)).toThrow(/sum: expected an axis of 2×2×2, got 3/);
    expect(() => sum([1], 0.5)).toThrow(/axis of vector\(1\), got 0.5/);
  });
});

test('0×0 matrices have inverses and determinants', () => {
  const empty: NdArray = { shape: [0, 0], data: new Float64Array(0) };
  expect(inv(empty).shape).toEqual([0, 0]);
  expect(toNested(matmul({ shape: [2, 0], data: [] }, { shape: [0, 2], data: [] }))).toEqual([
    [0, 0],
    [0, 0],
  ]);
});
