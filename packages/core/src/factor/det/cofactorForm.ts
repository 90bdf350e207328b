import { diagonalProduct } from '../../kernel/diagonalProduct.ts';
import { exponent, pow2 } from '../../kernel/exponent.ts';
import { gemm } from '../../kernel/gemm.ts';

/** A matrix over R[t_1, …, t_m] with t_i² = 0: the coefficient of Π_{i∈K} t_i at the bit set K; what is missing is zero. */
type Ring = readonly (Float64Array | undefined)[];

/** Coefficient K of the product of a p×k and a k×q matrix. */
function product(K: number, p: number, q: number, k: number, A: Ring, B: Ring): Float64Array {
  const C = new Float64Array(p * q);
  for (let I = K; I >= 0; I = I === 0 ? -1 : (I - 1) & K) {
    const [X, Y] = [A[I], B[K ^ I]];
    if (X && Y) gemm(p, q, k, 1, X, 0, k, 1, Y, 0, q, 1, 1, C, 0, q);
  }
  return C;
}

function trace(n: number, X: Float64Array): number {
  let sum = 0;
  for (let p = 0; p < n * n; p += n + 1) sum += X[p];
  return sum;
}

/** The m×n matrix of such entries. Much faster than `Float64Array.from`, which small matrices feel. */
function build(m: number, n: number, entry: (i: number, j: number) => number): Float64Array {
  const X = new Float64Array(m * n);
  for (let i = 0, p = 0; i < m; i++) for (let j = 0; j < n; j++, p++) X[p] = entry(i, j);
  return X;
}

const unit = (i: number, j: number): number => (i === j ? 1 : 0);

/**
 * X·2^e = `sign` times the derivative of cof at D = diag(d) along E_1, …, E_m, 0 < m < n: the coefficient of t_1·…·t_m in adj(B)ᵀ,
 * B = D + N, N = Σ t_i·E_i.
 *
 * The m + 1 smallest entries of d are never divided by: every product of other entries that the result is made of has all but m + 1
 * of them, so that whatever cancels is no larger than the product p of the rest, by which alone the result is scaled. With u the
 * smallest of the rest, W = u/d there and 0 at the small ones, t_i in units of u:
 *   Z = N·R with R = (I + W·N)⁻¹ = I - W·Z, L = (I + N·W)⁻¹ = I - Z·W, δ = det(I + W·N), S = D/u + Z at the small ones (the Schur
 *   complement), adj(B) = p·δ·(R·(adj S)·L + det S·R·W).
 * det S and adj S are polynomials by Faddeev and LeVerrier, δ follows from Σ t_i·∂δ/∂t_i = δ·tr(W·Z).
 */
export function cofactorForm(
  n: number,
  sign: number,
  d: Float64Array,
  E: readonly Float64Array[],
): [X: Float64Array, e: number] {
  const m = E.length;
  const s = m + 1;
  const order = Array.from(d, (_, i) => i).sort((i, j) => Math.abs(d[i]) - Math.abs(d[j]));
  const small = order.slice(0, s);
  const rest = Float64Array.from(order.slice(s), (i) => d[i]);
  const u = s < n ? Math.abs(rest[0]) : 1;
  if (u === 0) return [new Float64Array(n * n), 0];
  const W = d.map((x) => u / x);
  for (const i of small) W[i] = 0;

  const N: (Float64Array | undefined)[] = [];
  E.forEach((X, i) => {
    N[1 << i] = X;
  });
  const Z: (Float64Array | undefined)[] = [undefined];
  const R = [build(n, n, unit)];
  const traces: (Float64Array | undefined)[] = [undefined];
  const delta = [Float64Array.of(1)];
  const sets = [0];
  for (let K = 1; K < 1 << m; K++) {
    const ZK = N[K] ?? product(K, n, n, n, N, R);
    Z.push(ZK);
    R.push(build(n, n, (i, j) => -W[i] * ZK[i * n + j]));
    traces.push(Float64Array.of(-trace(n, R[K])));
    const size = E.filter((_, i) => (K >> i) & 1).length;
    delta.push(Float64Array.of(product(K, 1, 1, 1, traces, delta)[0] / size));
    sets.push(K);
  }
  const S = Z.map((X) =>
    build(s, s, (i, j) => (X ? X[small[i] * n + small[j]] : unit(i, j) && d[small[i]] / u)),
  );
  // adj S = (-1)^m·M and det S = (-1)^s·c at the end.
  let M: Ring = [build(s, s, unit)];
  let c: Ring = [];
  for (let k = 1; k <= s; k++) {
    const SM = sets.map((K) => product(K, s, s, s, S, M));
    const last = SM.map((X) => -trace(s, X) / k);
    c = last.map((x) => Float64Array.of(x));
    if (k < s) M = SM.map((X, K) => build(s, s, (i, j) => X[i * s + j] + unit(i, j) * last[K]));
  }
  const left = R.map((X) => build(n, s, (i, j) => X[i * n + small[j]]));
  const right = Z.map((X) => build(s, n, (i, j) => (X ? -X[small[i] * n + j] * W[j] : unit(small[i], j))));
  const adjS = sets.map((K) => product(K, 1, s * s, 1, delta, M));
  const detS = sets.map((K) => product(K, 1, 1, 1, delta, c));
  const middle = sets.map((K) => product(K, s, n, s, adjS, right));
  const all = sets.length - 1;
  const inner = product(all, n, n, s, left, middle);
  const outer = product(all, 1, n * n, 1, detS, R);
  const [p, e] = diagonalProduct(n - s, rest, 0, 1);
  const scale = (m % 2 ? -sign : sign) * p * pow2(-exponent(p));
  const X = build(n, n, (i, j) => scale * (inner[j * n + i] - outer[j * n + i] * W[i]));
  return [X, e + exponent(p)];
}
