import { DomainError } from '../../errors.ts';
import { balance } from '../../kernel/balance.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import type { Member } from './input.ts';

/**
 * Exponents t of units x_i = 2^t_i·x̃_i of the states that bring rows and columns of [[A, G], [Q, Aᵀ]] to one size: what balances
 * them by similarity, D, made symplectic, T = √(D₁/D₂) (Benner 2001).
 */
function units({ n, A, G, Q }: Member): Int32Array {
  const N = 2 * n;
  const H = new Float64Array(N * N);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const p = i * n + j;
      H[i * N + j] = A[p];
      H[i * N + n + j] = G[p];
      H[(n + i) * N + j] = Q[p];
      H[(n + i) * N + n + j] = A[j * n + i];
    }
  }
  const D = new Float64Array(N).fill(1);
  balance(N, H, 0, D, 0);
  return Int32Array.from({ length: n }, (_, i) => Math.round((exponent(D[i]) - exponent(D[n + i])) / 2));
}

/**
 * Solves an equation as it is or, where that is in vain, in units that balance it: T⁻¹·A·T, T⁻¹·G·T⁻¹ and T·Q·T have the solution
 * T·X·T. Not the other way round: balanced, eigenvalues of very different size may come closer to the border of stability.
 */
export function scaled(equation: Member, solve: (equation: Member) => Float64Array): Float64Array {
  try {
    return solve(equation);
  } catch (error) {
    const t = units(equation);
    if (!(error instanceof DomainError) || t.every((e) => e === 0)) throw error;
    const { n, A, G, Q } = equation;
    const times = (X: Float64Array, left: 1 | -1, right: 1 | -1): Float64Array =>
      X.map((x, p) => ldexp(x, left * t[Math.floor(p / n)] + right * t[p % n]));
    return times(solve({ n, A: times(A, -1, 1), G: times(G, -1, -1), Q: times(Q, 1, 1) }), -1, -1);
  }
}
