import { adjugate } from '../../exact/adjugate.ts';
import {
  add,
  inner,
  mul,
  neg,
  type RationalMatrix,
  scale,
  toDoubles,
  transpose,
} from '../../exact/rational.ts';
import { nearestDouble } from '../../exact/round.ts';
import type { Matrix } from '../../matrix.ts';
import { type Reference, toJson } from '../format.ts';
import { abs, frobenius, product, symmetricNorm } from '../norms.ts';
import type { Context } from './context.ts';

/** d det = ⟨adj(A)ᵀ, dA⟩ at every rank; where adj vanishes too the second order is the unit. */
export function value(context: Context): Reference {
  const { A, det, adj, normA } = context;
  const d = nearestDouble(det.num, det.den);
  const cofactors = toDoubles(transpose(adj));
  const first = frobenius(cofactors.data);
  const componentwise = A.data.reduce((sum, a, k) => sum + Math.abs(a * (cofactors.data[k] as number)), 0);
  const unit =
    first === 0 && det.num === 0n
      ? { scale: 0, scale2: toJson((hessianNorm(context) * normA * normA) / 2) }
      : { scale: toJson(Math.abs(d) + first * normA), scalec: toJson(Math.abs(d) + componentwise) };
  return { parts: [{ data: [toJson(d)], ...unit }] };
}

/** G = adj(A)ᵀ, the matrix of cofactors: a polynomial in A, so it is the true derivative at every rank. */
export function gradient(context: Context): Reference {
  const { A, adj, normA, inverse } = context;
  const G = toDoubles(transpose(adj));
  const length = frobenius(G.data);
  const scale = toJson(length + hessianNorm(context) * normA);
  const data = Array.from(G.data, toJson);
  if (!inverse) return { parts: [{ data, scale }] };
  // |dG| <= |det| (tr(|X||dA|) |X|ᵀ + |X|ᵀ|dA|ᵀ|X|ᵀ)
  const [aX, aA] = [abs(inverse.X), abs(A)];
  const trace = product(aX, aA).data.reduce((sum, x, k) => (k % (A.rows + 1) === 0 ? sum + x : sum), 0);
  const d = Math.abs(nearestDouble(context.det.num, context.det.den));
  const scalec = length + d * (trace * frobenius(aX.data) + frobenius(product(aX, aA, aX).data));
  return { parts: [{ data, scale, ...(Number.isNaN(scalec) ? {} : { scalec: toJson(scalec) }) }] };
}

/** ‖d²det‖₂, from exact Hessian-vector products with directions rounded to 30 bits. */
function hessianNorm(context: Context): number {
  const { n } = context;
  return symmetricNorm(n, n, (E) => toDoubles(cofactorDerivative(context, coarse(E))), 8);
}

const coarse = (E: Matrix): RationalMatrix => {
  const num = Array.from(E.data, (x) => BigInt(Math.round(x * 2 ** 30)));
  return { rows: E.rows, cols: E.cols, num, den: 1n << 30n };
};

/** The derivative of cof(A) along E. */
function cofactorDerivative({ det, adj, exactA }: Context, E: RationalMatrix): RationalMatrix {
  if (det.num !== 0n) {
    // (tr(adj E) adj - adj E adj)ᵀ / det
    const AE = mul(adj, E);
    const [p, q] = inner(transpose(adj), E);
    return transpose(scale(det.den, det.num, add(scale(p, q, adj), neg(mul(AE, adj)))));
  }
  // At singular A the exact difference of the polynomial with a step of 2^-300, whose error no rounding will see.
  const h = 1n << 300n;
  const moved = adjugate(add(exactA, scale(1n, h, E))).adj;
  return transpose(scale(h, 1n, add(moved, neg(adj))));
}
