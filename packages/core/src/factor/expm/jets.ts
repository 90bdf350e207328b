import { allocate } from '../../kernel/allocate.ts';
import { gemm } from '../../kernel/gemm.ts';
import { copied } from '../../kernel/mapped.ts';
import { zeroPivot } from '../lu/divide.ts';
import { lu } from '../lu/lu.ts';

/**
 * A polynomial in k infinitesimals ε₁..ε_k with ε_i² = 0, of n×n matrices: entry S (a bit mask) is the coefficient of
 * Π_{i∈S} ε_i, null is zero.
 *
 * f(A + ε₁E₁ + ... + ε_kE_k) holds every mixed derivative of f at A; its last entry is the multilinear Fréchet derivative
 * L(A; E₁, ..., E_k). For k = 1 evaluating a program this way is what Al-Mohy and Higham (2009) do by hand.
 */
export type Jet = (Float64Array | null)[];

/** A + ε₁E₁ + ... + ε_kE_k */
export function jet(A: Float64Array, E: readonly Float64Array[]): Jet {
  const X: Jet = new Array<Float64Array | null>(2 ** E.length).fill(null);
  X[0] = A;
  E.forEach((e, i) => {
    X[1 << i] = e;
  });
  return X;
}

/** Z + alpha·Σ X_T·Y_{S\T} over the subsets T of S but those omitted; Z, where it is not null, is overwritten. */
export function addProducts(
  n: number,
  alpha: number,
  X: Jet,
  Y: Jet,
  S: number,
  omit: (T: number) => boolean,
  Z: Float64Array | null,
): Float64Array | null {
  let sum = Z;
  for (let T = S; T >= 0; T = T === 0 ? -1 : (T - 1) & S) {
    const x = X[T];
    const y = Y[S ^ T];
    if (!x || !y || omit(T)) continue;
    sum ??= allocate(n * n);
    gemm(n, n, n, alpha, x, 0, n, 1, y, 0, n, 1, 1, sum, 0, n);
  }
  return sum;
}

const nothing = (): boolean => false;

/** What addProducts may overwrite. */
export const copyOf = (X: Float64Array | null): Float64Array | null => X && copied(X);

/** Arithmetic of jets. Values (entries 0) and factorisations are computed once and replayed from `memo` ever after. */
export interface Jets {
  /** X·Y; `mend` may correct the value. */
  mul(X: Jet, Y: Jet, mend?: (Z: Float64Array) => void): Jet;
  /** Σ c_i·X_i + c·I */
  sum(terms: readonly (readonly [c: number, X: Jet])[], c: number): Jet;
  /** Q⁻¹·U */
  divide(Q: Jet, U: Jet): Jet;
  /** A step of another kind: its value or what else is to be kept. */
  once<T>(compute: () => T): T;
}

/**
 * The arithmetic for one run of a program. Runs that share a `memo` must make the same calls with the same values: the first
 * fills it, those after it differentiate. `refuse` is called where a denominator is singular, which only overflow or loss of
 * all digits on the way can bring about.
 */
export function jets(n: number, memo: unknown[], refuse: () => never): Jets {
  let next = 0;
  const once = <T>(compute: () => T): T => {
    if (next === memo.length) memo.push(compute());
    return memo[next++] as T;
  };
  const shape = [n, n];
  return {
    once,
    mul: (X, Y, mend) =>
      X.map((_, S) => {
        if (S > 0) return addProducts(n, 1, X, Y, S, nothing, null);
        return once(() => {
          const Z = addProducts(n, 1, X, Y, 0, nothing, null) as Float64Array;
          mend?.(Z);
          return Z;
        });
      }),
    sum: (terms, c) =>
      terms[0][1].map((_, S) => (S > 0 ? combine(n, terms, 0, S) : once(() => combine(n, terms, c, 0)))),
    // Q·X = U: Q₀·X_S = U_S - Σ_{T≠∅} Q_T·X_{S\T}, a subset S after all of its own subsets.
    divide(Q, U) {
      const f = once(() => lu({ shape, data: Q[0] as Float64Array }, 'divide'));
      if (zeroPivot(f.factors, 0) >= 0) refuse();
      const X: Jet = [once(() => f.solve({ shape, data: U[0] as Float64Array }).data)];
      for (let S = 1; S < U.length; S++) {
        const rest = addProducts(n, -1, Q, X, S, (T) => T === 0, copyOf(U[S]));
        X.push(rest && f.solve({ shape, data: rest }).data);
      }
      return X;
    },
  };
}

function combine(
  n: number,
  terms: readonly (readonly [c: number, X: Jet])[],
  c: number,
  S: number,
): Float64Array | null {
  let sum: Float64Array | null = null;
  for (const [factor, X] of terms) {
    const x = X[S];
    if (!x) continue;
    sum ??= allocate(n * n);
    for (let p = 0; p < x.length; p++) sum[p] += factor * x[p];
  }
  if (sum && c !== 0) for (let p = 0; p < sum.length; p += n + 1) sum[p] += c;
  return sum;
}
