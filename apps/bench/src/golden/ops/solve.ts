import { mul, neg, toDoubles, toRational, transpose } from '../../exact/rational.ts';
import { transpose as t } from '../../matrix.ts';
import { cotangents, rightHandSide } from '../cotangents.ts';
import { type Reference, toJson } from '../format.ts';
import { abs, frobenius, plus, product, spectral, symmetricNorm } from '../norms.ts';
import type { Context } from './context.ts';

const singular: Reference = { refuse: 'singular' };

/** X = A⁻¹B; dX = A⁻¹(dB - dA X). */
export function value({ entry, n, A, inverse, normA }: Context): Reference {
  if (!inverse) return singular;
  const B = rightHandSide(entry.name, n);
  const X = toDoubles(mul(inverse.exact, toRational(B)));
  const scale = frobenius(X.data) + inverse.norm2 * (spectral(X) * normA + frobenius(B.data));
  const moved = product(abs(inverse.X), plus(product(abs(A), abs(X)), abs(B)));
  const scalec = frobenius(X.data) + frobenius(moved.data);
  return { parts: [{ data: Array.from(X.data, toJson), scale: toJson(scale), scalec: toJson(scalec) }] };
}

/** B̄ = A⁻ᵀC, Ā = -B̄ Xᵀ; dB̄ = -A⁻ᵀ dAᵀ B̄ and dĀ = -(A⁻ᵀ dAᵀ Ā + Ā dAᵀ A⁻ᵀ) - B̄ (A⁻¹ dB)ᵀ. */
export function gradient({ entry, n, A, inverse, normA }: Context): Reference {
  if (!inverse) return singular;
  const B = rightHandSide(entry.name, n);
  const exactX = mul(inverse.exact, toRational(B));
  const exactBbar = mul(transpose(inverse.exact), toRational(cotangents.solve(entry.name, n)));
  const Bbar = toDoubles(exactBbar);
  const Abar = toDoubles(neg(mul(exactBbar, transpose(exactX))));
  const Y = t(inverse.X);
  const hessian = symmetricNorm(n, n, (E) => plus(product(Y, t(E), Abar), product(Abar, t(E), Y)));
  const [aY, aA, aAbar, aBbar] = [abs(Y), abs(t(A)), abs(Abar), abs(Bbar)];
  const movedA = plus(
    plus(product(aY, aA, aAbar), product(aAbar, aA, aY)),
    product(aBbar, t(product(abs(inverse.X), abs(B)))),
  );
  const byB = spectral(Bbar) * inverse.norm2;
  return {
    parts: [
      {
        data: Array.from(Abar.data, toJson),
        scale: toJson(frobenius(Abar.data) + hessian * normA + byB * frobenius(B.data)),
        scalec: toJson(frobenius(Abar.data) + frobenius(movedA.data)),
      },
      {
        data: Array.from(Bbar.data, toJson),
        scale: toJson(frobenius(Bbar.data) + byB * normA),
        scalec: toJson(frobenius(Bbar.data) + frobenius(product(aY, aA, aBbar).data)),
      },
    ],
  };
}
