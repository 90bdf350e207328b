import { fromEntries, fromRows, type Matrix } from '../matrix.ts';
import type { SuiteEntry, Tag } from './entry.ts';
import { cauchy } from './gallery/cauchy.ts';
import { clement } from './gallery/clement.ts';
import { fiedler } from './gallery/fiedler.ts';
import { forsythe } from './gallery/forsythe.ts';
import { frank } from './gallery/frank.ts';
import { gfpp } from './gallery/gfpp.ts';
import { grcar } from './gallery/grcar.ts';
import { hadamard } from './gallery/hadamard.ts';
import { hilbert } from './gallery/hilbert.ts';
import { invhilb } from './gallery/invhilb.ts';
import { kahan } from './gallery/kahan.ts';
import { kms } from './gallery/kms.ts';
import { lap1d } from './gallery/lap1d.ts';
import { lehmer } from './gallery/lehmer.ts';
import { lotkin } from './gallery/lotkin.ts';
import { magic } from './gallery/magic.ts';
import { minij } from './gallery/minij.ts';
import { moler } from './gallery/moler.ts';
import { orthogonal } from './gallery/orthogonal.ts';
import { pascal } from './gallery/pascal.ts';
import { pei } from './gallery/pei.ts';
import { randspd, randsvd } from './gallery/randsvd.ts';
import { ranked } from './gallery/ranked.ts';
import { rosser } from './gallery/rosser.ts';
import { scaled } from './gallery/scaled.ts';
import { triw } from './gallery/triw.ts';
import { vander } from './gallery/vander.ts';
import { wilkinson } from './gallery/wilkinson.ts';
import { type Random, seeded, seedOf, uniform } from './random.ts';

type Tags = readonly [Tag, ...Tag[]];

const entry = (name: string, n: number, tags: Tags, note: string, build: () => Matrix): SuiteEntry => ({
  name,
  n,
  tags,
  note,
  build,
});
const random = (
  name: string,
  n: number,
  tags: Tags,
  note: string,
  build: (r: Random) => Matrix,
): SuiteEntry => entry(name, n, tags, note, () => build(seeded(seedOf(name))));
const singular = (rank: number, e: SuiteEntry): SuiteEntry => ({ ...e, rank });

/** The matrices of the accuracy part, ordinary ones first. */
export const suite: readonly SuiteEntry[] = [
  entry('hadamard-16', 16, ['ordinary'], '±1, A Aᵀ = 16 I, det 2³²', () => hadamard(16)),
  random('orthogonal-16', 16, ['ordinary'], 'product of reflectors', (r) => orthogonal(16, r)),
  random('uniform-16', 16, ['ordinary'], 'uniform entries in [-1, 1]', (r) => uniform(16, 16, r)),
  entry('grcar-24', 24, ['ordinary'], 'far from normal', () => grcar(24)),
  entry('magic-5', 5, ['ordinary'], 'odd magic square', () => magic(5)),
  entry('kms-0.5-24', 24, ['ordinary', 'spd'], 'tridiagonal inverse', () => kms(24, 0.5)),
  entry('pei-1-16', 16, ['ordinary', 'spd'], 'eigenvalue 1, 15-fold', () => pei(16, 1)),
  entry('lehmer-16', 16, ['ordinary', 'spd'], 'min/max', () => lehmer(16)),
  entry('minij-24', 24, ['ordinary', 'spd'], 'det 1', () => minij(24)),
  entry('lap1d-32', 32, ['ordinary', 'spd'], 'second difference, det 33', () => lap1d(32)),
  entry('wilkinson-21', 21, ['ordinary', 'indefinite'], 'nearly equal eigenvalue pairs', () => wilkinson(21)),
  entry('fiedler-16', 16, ['pivoting', 'indefinite'], '|i - j|, zero diagonal', () => fiedler(16)),
  entry('clement-16', 16, ['pivoting'], 'zero diagonal', () => clement(16)),
  entry('exchange-6', 6, ['pivoting', 'indefinite'], 'antidiagonal of 1..6', () =>
    fromEntries(6, 6, (i, j) => (i + j === 5 ? Math.min(i, j) + 1 : 0)),
  ),
  entry('tiny-pivot-2', 2, ['pivoting', 'indefinite'], 'first pivot 2⁻⁶⁰, κ = 2.6', () =>
    fromRows([
      [2 ** -60, 1],
      [1, 1],
    ]),
  ),
  entry('indefinite-2', 2, ['ordinary', 'indefinite'], '[[1, 2], [2, 1]]', () =>
    fromRows([
      [1, 2],
      [2, 1],
    ]),
  ),

  entry('hilbert-4', 4, ['ill-conditioned', 'spd'], 'κ = 2e4', () => hilbert(4)),
  entry('hilbert-6', 6, ['ill-conditioned', 'spd'], 'κ = 2e7', () => hilbert(6)),
  entry('hilbert-8', 8, ['ill-conditioned', 'spd'], 'κ = 2e10', () => hilbert(8)),
  entry('hilbert-10', 10, ['ill-conditioned', 'spd'], 'κ = 2e13', () => hilbert(10)),
  entry('hilbert-12', 12, ['ill-conditioned', 'spd'], 'κ = 2e16, beyond float64', () => hilbert(12)),
  entry('invhilb-9', 9, ['ill-conditioned', 'spd'], 'integers up to 5e9', () => invhilb(9)),
  entry('pascal-8', 8, ['ill-conditioned', 'spd'], 'det 1', () => pascal(8)),
  entry('pascal-12', 12, ['ill-conditioned', 'spd'], 'det 1, κ = 9e11', () => pascal(12)),
  entry('moler-16', 16, ['ill-conditioned', 'spd'], 'det 1, one tiny eigenvalue', () => moler(16)),
  entry('pei-1e-6-16', 16, ['ill-conditioned', 'spd'], 'eigenvalue 1e-6, 15-fold', () => pei(16, 1e-6)),
  entry('kms-0.99-24', 24, ['ill-conditioned', 'spd'], 'det 1e-39', () => kms(24, 0.99)),
  random('randspd-1e12-16', 16, ['ill-conditioned', 'spd'], 'geometric spectrum', (r) =>
    randspd(16, 1e12, 3, r),
  ),
  entry('cauchy-8', 8, ['ill-conditioned'], '1/(i + j - 1/2)', () => cauchy(8)),
  entry('lotkin-8', 8, ['ill-conditioned'], 'Hilbert with a row of ones', () => lotkin(8)),
  entry('frank-12', 12, ['ill-conditioned'], 'det 1, κ = 4e9', () => frank(12)),
  entry('frank-16', 16, ['ill-conditioned'], 'det 1, κ = 2e14', () => frank(16)),
  entry('vander-8', 8, ['ill-conditioned'], 'points of [0, 1]', () => vander(8)),
  entry('vander-12', 12, ['ill-conditioned'], 'points of [0, 1]', () => vander(12)),
  entry('forsythe-8', 8, ['ill-conditioned', 'pivoting'], 'Jordan block with corner 2⁻²⁶', () =>
    forsythe(8, 2 ** -26),
  ),
  random('randsvd-1e6-one-small-16', 16, ['ill-conditioned'], 'one small singular value', (r) =>
    randsvd(16, 1e6, 2, r),
  ),
  random('randsvd-1e10-16', 16, ['ill-conditioned'], 'geometric spectrum', (r) => randsvd(16, 1e10, 3, r)),
  random('randsvd-1e14-16', 16, ['ill-conditioned'], 'geometric spectrum', (r) => randsvd(16, 1e14, 3, r)),
  entry('kahan-16', 16, ['triangular'], 'no small diagonal entry', () => kahan(16)),
  entry('kahan-32', 32, ['triangular', 'ill-conditioned'], 'κ = 3e5', () => kahan(32)),
  entry('triw-16', 16, ['triangular', 'ill-conditioned'], 'det 1', () => triw(16)),
  entry('triw-32', 32, ['triangular', 'ill-conditioned'], 'det 1, κ = 3e10', () => triw(32)),

  entry('gfpp-32', 32, ['growth'], 'pivots grow to 2³¹ at κ = 14', () => gfpp(32)),
  entry('gfpp-64', 64, ['growth'], 'pivots grow to 2⁶³ at κ = 29', () => gfpp(64)),

  random('rows-scaled-16', 16, ['badly scaled'], 'rows times 2⁻³⁰ … 2³⁰', (r) =>
    scaled(uniform(16, 16, r), (i) => 2 ** (4 * i - 30)),
  ),
  entry('graded-spd-12', 12, ['badly scaled', 'spd'], 'D (I + 1 1ᵀ) D, D = 2⁰ … 2⁻³³', () =>
    scaled(
      pei(12, 1),
      (i) => 2 ** (-3 * i),
      (j) => 2 ** (-3 * j),
    ),
  ),
  random('uniform·2^-60-24', 24, ['badly scaled', 'range'], 'det underflows float64', (r) =>
    scaled(uniform(24, 24, r), () => 2 ** -60),
  ),
  random('uniform·2^50-24', 24, ['badly scaled', 'range'], 'det overflows float64', (r) =>
    scaled(uniform(24, 24, r), () => 2 ** 50),
  ),
  entry('0.01·I-32', 32, ['range', 'spd'], '0.01 I, det 1e-64: underflows float32', () =>
    fromEntries(32, 32, (i, j) => (i === j ? 0.01 : 0)),
  ),

  singular(
    1,
    entry('singular-2', 2, ['singular'], '[[1, 2], [2, 4]]', () =>
      fromRows([
        [1, 2],
        [2, 4],
      ]),
    ),
  ),
  singular(
    2,
    entry('counting-3', 3, ['singular'], '1..9: rounding hides that it is singular', () =>
      fromEntries(3, 3, (i, j) => 3 * i + j + 1),
    ),
  ),
  entry('counting-tenths-3', 3, ['ill-conditioned'], '0.1..0.9: rounding makes it invertible, κ = 7e16', () =>
    fromEntries(3, 3, (i, j) => (3 * i + j + 1) / 10),
  ),
  singular(
    3,
    entry('magic-4', 4, ['singular'], 'rank 3', () => magic(4)),
  ),
  singular(
    7,
    entry('rosser-8', 8, ['singular', 'indefinite'], 'rank 7', () => rosser()),
  ),
  singular(
    7,
    random('rank-7-of-8', 8, ['singular'], 'product of integers', (r) => ranked(8, 7, r)),
  ),
  singular(
    6,
    random('rank-6-of-8', 8, ['singular'], 'product of integers', (r) => ranked(8, 6, r)),
  ),
  singular(
    3,
    entry('nilpotent-4', 4, ['singular', 'pivoting'], 'Jordan block of 0: zero first pivot', () =>
      forsythe(4, 0),
    ),
  ),
  singular(
    3,
    entry('zero-last-pivot-4', 4, ['singular'], 'the last pivot is exactly 0', () =>
      fromRows([
        [4, 1, 0, 2],
        [0, 3, 1, 1],
        [0, 0, 2, 5],
        [4, 1, 2, 7],
      ]),
    ),
  ),
  singular(
    3,
    entry('zero-diagonal-entry-5', 5, ['singular'], 'diag(3, 0, -2, 5, 0)', () =>
      fromEntries(5, 5, (i, j) => (i === j ? ([3, 0, -2, 5, 0][i] as number) : 0)),
    ),
  ),
];
