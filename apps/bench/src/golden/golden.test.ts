import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adjugate } from '../exact/adjugate.ts';
import { cholesky, Digits, exactly, logOfRatio, perturbed, toDecimal } from '../exact/decimal.ts';
import { add, inner, mul, type RationalMatrix, scale, toRational } from '../exact/rational.ts';
import { nearestDouble } from '../exact/round.ts';
import { fromEntries, type Matrix } from '../matrix.ts';
import type { SuiteEntry } from '../suite/entry.ts';
import { suite } from '../suite/index.ts';
import { eighths, seeded } from '../suite/random.ts';
import { cotangents, rightHandSide } from './cotangents.ts';
import { type Golden, type Op, ops } from './format.ts';
import { generate } from './generate.ts';
import { goldenPath, readGolden } from './read.ts';

const small = suite.filter(({ n }) => n <= 6);
const invert = (A: RationalMatrix) => {
  const { det, adj } = adjugate(A);
  return scale(det.den, det.num, adj);
};

describe('golden files', () => {
  test.each(suite)('$name has one', ({ name, n }) => {
    const golden = readGolden(name);
    expect([golden.name, golden.n]).toEqual([name, n]);
  });

  test.each(small)('$name is regenerated bit for bit', (entry) => {
    expect(`${JSON.stringify(generate(entry))}\n`).toBe(readFileSync(goldenPath(entry.name), 'utf8'));
  });
});

/** ⟨C, f(A + hE)⟩ as an exact fraction, for the rational operations. */
const functionals: Record<
  Exclude<Op, 'cholesky' | 'slogdet'>,
  (name: string, A: RationalMatrix, B: RationalMatrix) => [bigint, bigint]
> = {
  inv: (name, A) => inner(toRational(cotangents.inv(name, A.rows)), invert(A)),
  det: (_, A) => {
    const { det } = adjugate(A);
    return [det.num, det.den];
  },
  solve: (name, A, B) => inner(toRational(cotangents.solve(name, A.rows)), mul(invert(A), B)),
};

/** (f(h) - f(-h))/(2h) with h = 2⁻⁶⁰⁰, subtracted exactly: no derivative rule, and an error that rounds to 0. */
function differenceQuotient(f: (h: [bigint, bigint]) => [bigint, bigint]): number {
  const step = 1n << 600n;
  const [p, q] = f([1n, step]);
  const [r, s] = f([-1n, step]);
  return nearestDouble((p * s - r * q) * step, 2n * q * s);
}

const moved = (A: RationalMatrix, [p, q]: [bigint, bigint], E: RationalMatrix) => add(A, scale(p, q, E));

const gradientOf = (golden: Golden, op: Op): number[][] => {
  const reference = golden.ops[op]?.gradient;
  return reference && 'parts' in reference ? reference.parts.map(({ data }) => data.map(Number)) : [];
};

const dot = (a: readonly number[], b: ArrayLike<number>) =>
  a.reduce((sum, x, k) => sum + x * (b[k] as number), 0);
/** Rounding of the reference and of the sum in the comparison: n² products, each with two roundings. */
const closeTo = (actual: number, expected: number, parts: readonly (readonly number[])[]) => {
  const n2 = parts.reduce((sum, p) => sum + p.length, 0);
  const size = parts.reduce((sum, p) => sum + p.reduce((s, x) => s + Math.abs(x), 0), 0);
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(4 * n2 * 2 ** -53 * (size + Math.abs(expected)));
};

describe('gradients agree with exact differences of the values alone', () => {
  const direction = (entry: SuiteEntry, cols = entry.n): Matrix => eighths(entry.n, cols, seeded(entry.n));

  test.each(small)('$name', (entry) => {
    const golden = readGolden(entry.name);
    const { name, n } = entry;
    const A = toRational(entry.build());
    const B = toRational(rightHandSide(name, n));
    const [dA, dB] = [direction(entry), direction(entry, 2)];
    const [E, F] = [toRational(dA), toRational(dB)];
    for (const op of ['inv', 'det', 'solve'] as const) {
      const parts = gradientOf(golden, op);
      if (parts.length === 0) continue;
      const quotient = differenceQuotient((h) => functionals[op](name, moved(A, h, E), moved(B, h, F)));
      const predicted =
        dot(parts[0] as number[], dA.data) + (op === 'solve' ? dot(parts[1] as number[], dB.data) : 0);
      closeTo(predicted, quotient, parts);
    }
  });

  test.each(small.filter(({ rank }) => rank === undefined))('log|det| of $name', (entry) => {
    const A = toRational(entry.build());
    const dA = direction(entry);
    const h = 1n << 100n;
    const at = (sign: bigint) => {
      const { det } = adjugate(add(A, scale(sign, h, toRational(dA))));
      return logOfRatio(det.num, det.den);
    };
    const quotient = at(1n).minus(at(-1n)).mul(h.toString()).div(2).toNumber();
    const parts = gradientOf(readGolden(entry.name), 'slogdet');
    closeTo(dot(parts[0] as number[], dA.data), quotient, parts);
  });

  test.each(small.filter(({ tags }) => tags.includes('spd')))('the Cholesky factor of $name', (entry) => {
    const { name, n } = entry;
    const D = toDecimal(entry.build());
    const C = cotangents.cholesky(name, n);
    const U = direction(entry);
    const S = fromEntries(
      n,
      n,
      (i, j) => ((U.data[i * n + j] as number) + (U.data[j * n + i] as number)) / 2,
    );
    const h = new Digits('1e-40');
    const at = (step: Digits) =>
      cholesky(perturbed(D, S, step))
        .flat()
        .reduce((sum, x, k) => sum.plus(x.mul(exactly(C.data[k] as number))), new Digits(0));
    const quotient = at(h).minus(at(h.neg())).div(h.mul(2)).toNumber();
    const parts = gradientOf(readGolden(name), 'cholesky');
    closeTo(dot(parts[0] as number[], S.data), quotient, parts);
  });
});

describe('what there is no answer to', () => {
  test.each(suite.filter(({ rank }) => rank !== undefined))(
    '$name: inv and solve refuse, det does not',
    ({ name }) => {
      const { ops: cells, kappa } = readGolden(name);
      expect(kappa).toBeNull();
      for (const kind of ['value', 'gradient'] as const) {
        expect(cells.inv?.[kind]).toEqual({ refuse: 'singular' });
        expect(cells.solve?.[kind]).toEqual({ refuse: 'singular' });
        expect(cells.det?.[kind]).toHaveProperty('parts');
      }
      expect(cells.slogdet?.gradient).toEqual({ refuse: 'singular' });
    },
  );

  test('the gradient of det at [[1, 2], [2, 4]] is [[4, -2], [-2, 1]]', () => {
    expect(gradientOf(readGolden('singular-2'), 'det')).toEqual([[4, -2, -2, 1]]);
  });

  test('every scale is positive where the answer is in range', () => {
    for (const { name, tags } of suite.filter((entry) => !entry.tags.includes('range')))
      for (const op of ops)
        for (const reference of Object.values(readGolden(name).ops[op] ?? {}))
          if ('parts' in reference && reference.asDeterminant === undefined)
            for (const [k, part] of reference.parts.entries())
              if (!(op === 'slogdet' && k === 0 && reference.parts.length === 2))
                expect(
                  Number(part.scale) + Number(part.scale2 ?? 0),
                  `${name} ${op} ${tags}`,
                ).toBeGreaterThan(0);
  });
});
