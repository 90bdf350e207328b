import { expDifference } from '../expm/expDifference.ts';

/**
 * All divided differences of a function at nodes x_0, …, x_{p-1}: the upper triangular T with T_ij = f[x_i, …, x_j].
 *
 * It is f of the bidiagonal matrix with the nodes on and ones above the diagonal (Opitz 1964), so tables multiply and
 * compose as matrices do, and coinciding nodes are nothing special. Row-major, p×p.
 */
export type Table = Float64Array;

/** A function by its tables. */
export type TableOf = (x: readonly number[]) => Table;

const times = (p: number, A: Table, B: Table): Table => {
  const C = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) for (let k = i; k <= j; k++) C[i * p + j] += A[i * p + k] * B[k * p + j];
  }
  return C;
};

const diagonal = (p: number, value: number): Table => {
  const T = new Float64Array(p * p);
  for (let i = 0; i < p; i++) T[i * (p + 1)] = value;
  return T;
};

/** T_ij of a single function of i and j, j ≥ i. */
const triangle = (p: number, value: (i: number, j: number) => number): Table => {
  const T = new Float64Array(p * p);
  for (let i = 0; i < p; i++) for (let j = i; j < p; j++) T[i * p + j] = value(i, j);
  return T;
};

/** The constant c. */
export const constant = (x: readonly number[], c: number): Table => diagonal(x.length, c);

/** The function x itself. */
export const identity: TableOf = (x) => triangle(x.length, (i, j) => (i === j ? x[i] : j === i + 1 ? 1 : 0));

/** c/(x-y): [x_i..x_j] = c·(-1)^{j-i} / ∏ (x_k - y), without a difference of nodes. */
export const pole = (x: readonly number[], y: number, c = 1): Table =>
  triangle(x.length, (i, j) => {
    let product = c;
    for (let k = i; k <= j; k++) product /= k === i ? x[k] - y : y - x[k];
    return product;
  });

export const reciprocal: TableOf = (x) => pole(x, 0);

/** Products of functions (Leibniz' rule). */
export const multiply = (p: number, factors: readonly Table[]): Table =>
  factors.reduce((A, B) => times(p, A, B));

/**
 * Exponentials. Of two nodes as it stands; longer differences with the smallest node taken out: then all entries are nonnegative, so
 * the Taylor series and the squarings that follow neither cancel anywhere nor lose the small ones.
 */
export const exp: TableOf = (x) => {
  const p = x.length;
  if (p < 3) return triangle(p, (i, j) => expDifference(x[i], x[j]));
  const low = Math.min(...x);
  const spread = Math.max(...x) - low + 1;
  const squarings = Math.max(0, Math.ceil(Math.log2(spread)));
  const h = 2 ** -squarings;
  const Z = triangle(p, (i, j) => (i === j ? (x[i] - low) * h : j === i + 1 ? h : 0));
  let E = diagonal(p, 1);
  for (let k = 20; k > 0; k--) {
    E = times(p, Z, E).map((z) => z / k);
    for (let i = 0; i < p; i++) E[i * (p + 1)] += 1;
  }
  E = E.map((e) => e * Math.exp(low * h));
  for (let k = 0; k < squarings; k++) E = times(p, E, E);
  // The diagonal is known to the last bit.
  for (let i = 0; i < p; i++) E[i * (p + 1)] = Math.exp(x[i]);
  return E;
};

/** Square roots of a table: T = S·S column by column; the denominators are sums of positive numbers. */
function root(p: number, T: Table): Table {
  const S = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    S[j * (p + 1)] = Math.sqrt(T[j * (p + 1)]);
    for (let i = j - 1; i >= 0; i--) {
      let rest = T[i * p + j];
      for (let k = i + 1; k < j; k++) rest -= S[i * p + k] * S[k * p + j];
      S[i * p + j] = rest / (S[i * (p + 1)] + S[j * (p + 1)]);
    }
  }
  return S;
}

export const sqrt: TableOf = (x) => root(x.length, identity(x));

/** log[a, b]: by z = (a-b)/(a+b) for nodes that are close, as it stands where nothing cancels. */
function slope(a: number, b: number): number {
  const z = (a - b) / (a + b);
  if (Math.abs(z) > 0.5) return (Math.log(a) - Math.log(b)) / (a - b);
  return (2 * (z === 0 ? 1 : Math.atanh(z) / z)) / (a + b);
}

/**
 * Logarithms. Of two nodes log[a, b] = 2 atanh(z)/(a-b) with z = (a-b)/(a+b); longer differences by taking square roots
 * of the table until it is near I, and log T = 2 atanh((T-I)(T+I)⁻¹) there.
 */
export const log: TableOf = (x) => {
  const p = x.length;
  const L = p > 2 ? logByRoots(p, identity(x)) : new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    L[i * (p + 1)] = Math.log(x[i]);
    if (i + 1 < p) L[i * p + i + 1] = slope(x[i], x[i + 1]);
  }
  return L;
};

function logByRoots(p: number, Z: Table): Table {
  // Nodes are positive doubles: 2^-1074 takes 12 roots to come within a quarter of 1.
  let T = Z;
  let roots = 0;
  const far = () => Array.from({ length: p }, (_, i) => Math.abs(T[i * (p + 1)] - 1)).some((d) => d > 0.25);
  for (; far() && roots < 20; roots++) T = root(p, T);
  const minus = T.slice();
  const plus = T.slice();
  for (let i = 0; i < p; i++) {
    minus[i * (p + 1)] -= 1;
    plus[i * (p + 1)] += 1;
  }
  const Y = times(p, minus, invert(p, plus));
  const square = times(p, Y, Y);
  const series = diagonal(p, 0);
  let power = Y;
  for (let k = 1; k < 26; k += 2) {
    for (let i = 0; i < series.length; i++) series[i] += (2 * power[i]) / k;
    power = times(p, power, square);
  }
  return series.map((s) => s * 2 ** roots);
}

function invert(p: number, T: Table): Table {
  const X = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    X[j * (p + 1)] = 1 / T[j * (p + 1)];
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) sum += T[i * p + k] * X[k * p + j];
      X[i * p + j] = -sum / T[i * (p + 1)];
    }
  }
  return X;
}

/** Powers x^q: of two nodes b^{q-1}·expm1(qℓ)/expm1(ℓ) with ℓ = log(a/b); longer ones by exp(q·log T). */
export const power =
  (q: number): TableOf =>
  (x) => {
    const p = x.length;
    const T =
      p > 2
        ? expOfTable(
            p,
            log(x).map((l) => q * l),
          )
        : new Float64Array(p * p);
    for (let i = 0; i < p; i++) {
      T[i * (p + 1)] = x[i] ** q;
      if (i + 1 < p) {
        const ratio = Math.log(x[i] / x[i + 1]);
        T[i * p + i + 1] =
          x[i + 1] ** (q - 1) * (ratio === 0 ? q : Math.expm1(q * ratio) / Math.expm1(ratio));
      }
    }
    return T;
  };

/** exp of any table, by scaling, Taylor and squaring. */
function expOfTable(p: number, L: Table): Table {
  const size = L.reduce((max, l) => Math.max(max, Math.abs(l)), 0);
  const squarings = Math.max(0, Math.ceil(Math.log2(size * p + 1)) + 1);
  const Z = L.map((l) => l * 2 ** -squarings);
  let E = diagonal(p, 1);
  for (let k = 20; k > 0; k--) {
    E = times(p, Z, E).map((z) => z / k);
    for (let i = 0; i < p; i++) E[i * (p + 1)] += 1;
  }
  for (let k = 0; k < squarings; k++) E = times(p, E, E);
  return E;
}
