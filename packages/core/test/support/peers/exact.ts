/** Fractions of big integers: sums and products of them are exact. */
export interface Fraction {
  readonly p: bigint;
  readonly q: bigint;
}
type Rows = readonly (readonly Fraction[])[];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (p: bigint, q: bigint): Fraction => {
  const d = q < 0n ? -gcd(p, q) : gcd(p, q);
  return { p: p / d, q: q / d };
};
const ZERO: Fraction = { p: 0n, q: 1n };
const add = (a: Fraction, b: Fraction) => fraction(a.p * b.q + b.p * a.q, a.q * b.q);
const mul = (a: Fraction, b: Fraction) => fraction(a.p * b.p, a.q * b.q);
const over = (a: Fraction, b: Fraction) => fraction(a.p * b.q, a.q * b.p);
const neg = (a: Fraction): Fraction => ({ p: -a.p, q: a.q });

/** The number itself: every double is a fraction. */
function exactly(x: number): Fraction {
  let q = 1n;
  let m = x;
  while (!Number.isInteger(m)) {
    m *= 2;
    q *= 2n;
  }
  return fraction(BigInt(m), q);
}

/** To 17 digits or more. */
function approximately({ p, q }: Fraction): number {
  const bits = 1n << 1100n;
  return Number((p * bits) / q / (1n << 1000n)) / 2 ** 100;
}

const rows = (A: readonly (readonly number[])[]): Rows => A.map((row) => row.map(exactly));
const numbers = (A: Rows): number[][] => A.map((row) => row.map(approximately));
const product = (A: Rows, B: Rows): Rows =>
  A.map((row) =>
    (B[0] ?? []).map((_, j) =>
      row.reduce((sum, a, k) => add(sum, mul(a, (B[k] as readonly Fraction[])[j] as Fraction)), ZERO),
    ),
  );

/** The solution of A·x = b, by elimination in fractions. */
export function solveExactly(A: readonly (readonly number[])[], b: readonly number[]): number[][] {
  const M = rows(A).map((row, i) => [...row, exactly(b[i] as number)]);
  const n = M.length;
  for (let k = 0; k < n; k++) {
    const at = M.findIndex((row, i) => i >= k && row[k]?.p !== 0n);
    [M[k], M[at]] = [M[at] as Fraction[], M[k] as Fraction[]];
    const pivot = M[k] as Fraction[];
    M.forEach((row, i) => {
      if (i === k) return;
      const factor = over(row[k] as Fraction, pivot[k] as Fraction);
      M[i] = row.map((x, j) => add(x, neg(mul(factor, pivot[j] as Fraction))));
    });
  }
  return numbers(M.map((row, i) => [over(row[n] as Fraction, row[i] as Fraction)]));
}

/** exp A by its series, in fractions: as many terms as it takes for the rest to count for nothing. */
export function expExactly(A: readonly (readonly number[])[]): number[][] {
  const X = rows(A);
  let term: Rows = X.map((_, i) => X.map((__, j) => exactly(i === j ? 1 : 0)));
  let sum = term;
  for (let k = 1; k <= 400; k++) {
    term = product(term, X).map((row) => row.map((x) => over(x, { p: BigInt(k), q: 1n })));
    // Without this the fractions of X = 1.00001 grow by 53 bits with every term.
    term = term.map((row) => row.map((x) => shortened(x)));
    sum = sum.map((row, i) => row.map((x, j) => shortened(add(x, term[i]?.[j] as Fraction))));
  }
  return numbers(sum);
}

/** Cut off after 1000 bits behind the point. */
function shortened(x: Fraction): Fraction {
  const bits = 1n << 1000n;
  return x.q < bits ? x : fraction((x.p * bits) / x.q, bits);
}

/** √A of a 2×2 matrix: (A + s·I)/t with s = √det A and t = √(tr A + 2s), the roots to 500 bits. */
export function rootExactly([[a, b], [c, d]]: readonly [
  readonly [number, number],
  readonly [number, number],
]) {
  const [A, B, C, D] = [a, b, c, d].map(exactly) as [Fraction, Fraction, Fraction, Fraction];
  const s = squareRoot(add(mul(A, D), neg(mul(B, C))));
  const t = squareRoot(add(add(A, D), add(s, s)));
  return numbers([
    [over(add(A, s), t), over(B, t)],
    [over(C, t), over(add(D, s), t)],
  ]);
}

/** Newton's iteration on integers. */
function squareRoot({ p, q }: Fraction): Fraction {
  const unit = 1n << 500n;
  const target = (p * unit * unit) / q;
  let x = target;
  for (let next = (x + 1n) / 2n; next < x; next = (x + target / x) / 2n) x = next;
  return fraction(x, unit);
}
