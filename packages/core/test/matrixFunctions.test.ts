import { describe, expect, test } from 'vitest';
import {
  array,
  expm,
  grad,
  jacobian,
  matmul,
  matrixPower,
  type NdArray,
  polar,
  scale,
  solve,
  sub,
  toNested,
  trace,
  transpose,
} from '../src/index.ts';
import { cosm, fractionalPower, signm, sinm, sqrtm, tanhm, tanm } from '../src/spectra.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import { close, jordan, rotation } from './support/spectra.ts';

const next = uniform(3);
const random = (...shape: number[]) => randomArray(next, shape);

describe('matrix functions', () => {
  const A = [
    [2, 1],
    [0.5, 1.5],
  ];
  test('fractionalPower, in the matrix and in the exponent', () => {
    checkGrads(fractionalPower, [A, 0.3]);
    close(fractionalPower(A, 0.5), sqrtm(A));
    close(fractionalPower(A, 3), matrixPower(A, 3));
    expect(() =>
      fractionalPower(
        [
          [-1, 0],
          [0, 1],
        ],
        0.5,
      ),
    ).toThrow(/^logm/);
  });

  test('cos² + sin² = I, at every order of derivatives, also at a defective matrix', () => {
    const one = (X: NdArray) => {
      const [c, s] = [cosm(X), sinm(X)];
      return sub(matmul(c, c), scale(-1, matmul(s, s)));
    };
    close(one(array(jordan)), [
      [1, 0],
      [0, 1],
    ]);
    close(jacobian(one)(jordan), scale(0, jacobian(one)(jordan)), 1e-13);
    close(jacobian(jacobian(one))(jordan), scale(0, jacobian(jacobian(one))(jordan)), 1e-12);
  });

  test('sin of a small matrix is the matrix, to the last digit; of a large one unknown', () => {
    for (const c of [1e-10, 1e-160])
      close(
        scale(
          1 / c,
          sinm([
            [c, 2 * c],
            [3 * c, 4 * c],
          ]),
        ),
        [
          [1, 2],
          [3, 4],
        ],
        1e-15,
      );
    for (const c of [1e17, 1e300]) {
      expect(() =>
        cosm([
          [0, c],
          [-c, 0],
        ]),
      ).toThrow(/^cosm: expected a matrix of moderate norm/);
      expect(() =>
        expm([
          [0, c],
          [-c, 0],
        ]),
      ).toThrow(/^expm: expected a matrix of moderate norm/);
      expect(
        toNested(
          expm([
            [-2 * c, c],
            [c, -2 * c],
          ]),
        ),
      ).toEqual([
        [0, 0],
        [0, 0],
      ]);
      expect(
        toNested(
          expm([
            [-c, c],
            [0, 0],
          ]),
        ),
      ).toEqual([
        [0, 1],
        [0, 1],
      ]);
    }
  });

  test('signm: projectors, the ends of the range, and eigenvalues on the imaginary axis', () => {
    close(
      signm([
        [1e150, 2e150],
        [0, -1e-150],
      ]),
      [
        [1, 4],
        [0, -1],
      ],
    );
    close(signm(jordan), [
      [1, 0],
      [0, 1],
    ]);
    for (const X of [
      rotation,
      [
        [0, 0],
        [0, 1],
      ],
      [
        [1e-17, 1],
        [-1, 1e-17],
      ],
      [
        [0, 1, 2],
        [-1, 0, 1],
        [0, 0, 5],
      ],
    ])
      expect(() => signm(X)).toThrow(/^signm: expected no eigenvalue on the imaginary axis/);
    expect(() => signm([[[1]], [[0]]])).toThrow(/member 1/);
    // Constant where no eigenvalue crosses: tr sign A counts them.
    close(
      grad((X) => trace(signm(X)))([
        [3, 1],
        [1, -2],
      ]),
      [
        [0, 0],
        [0, 0],
      ],
    );
  });

  test('tan of matrices that mix what others drown: large imaginary parts beside π, and beside small ones', () => {
    const mixed = [
      [Math.PI, 1, 0],
      [0, 0, 20],
      [0, -20, 0],
    ];
    const [[zero, above, right], ...turned] = toNested(tanm(mixed)) as number[][];
    expect(Math.abs(zero)).toBeLessThan(1e-15);
    // From T·A = A·T: t₁₂·(J - π) = (0, 1) with J = [[0, 20], [-20, 0]].
    const square = Math.PI ** 2 + 400;
    expect(above).toBeCloseTo(20 / square, 15);
    expect(right).toBeCloseTo(-Math.PI / square, 15);
    close(turned as never, [
      [0, 0, 1],
      [0, -1, 0],
    ]);
    close(tanhm([[800, 0], [0, 1e-8]]), [[1, 0], [0, 1e-8]]); // biome-ignore format: matrices
    close(tanhm([[1e300]]), [[1]]);
    close(scale(1e160, tanm([[1e-160, 2e-160], [0, 3e-160]])), [[1, 2], [0, 3]]); // biome-ignore format: matrices
  });

  test('tan and tanh are odd and have the slopes of sin/cos, also at a defective matrix; poles are refused', () => {
    const quotient = (X: NdArray) => solve(cosm(X), sinm(X));
    close(tanm(jordan), quotient(array(jordan)));
    for (const f of [tanm, tanhm]) checkGrads(f, [scale(0.3, array(jordan))]);
    close(jacobian(tanm)(A), jacobian(quotient)(A), 1e-12);
    close(
      jacobian(tanhm)(scale(20, array(A))),
      jacobian((X) => scale(-1, tanhm(scale(-1, X))))(scale(20, array(A))),
    );
    for (const f of [() => tanm([[Math.PI / 2]]), () => tanm([[1e300]]), () => tanhm([[0, Math.PI / 2], [-Math.PI / 2, 0]])]) // biome-ignore format: matrices
      expect(f).toThrow(/expected no eigenvalue at a pole/);
  });

  test('matrixPower: a thousandth power takes ten steps', () => {
    const R = [
      [Math.cos(0.01), -Math.sin(0.01)],
      [Math.sin(0.01), Math.cos(0.01)],
    ];
    checkGrads((X) => matrixPower(X, 25), [R]);
    const { tangent } = matrixPower.jvp([R], [R], 1000);
    close(tangent, scale(1000, matrixPower(R, 1000)), 1e-12);
  });
});

describe('polar', () => {
  test.each([
    [3, 3],
    [4, 2],
    [2, 4],
  ])('%i×%i: both factors', (m, n) => {
    for (const output of [0, 1]) checkGrads((X) => polar(X)[output], [random(m, n)]);
  });

  test('at equal singular values, where those who go through the SVD give NaN', () => {
    for (const output of [0, 1]) checkGrads((X) => polar(X)[output], [rotation]);
    const [U, P] = polar(rotation);
    close(matmul(U, P), rotation);
    close(transpose(P), P);
  });
});
