import { mul, neg, toDoubles, toRational, transpose } from '../../exact/rational.ts';
import { transpose as t } from '../../matrix.ts';
import { cotangents } from '../cotangents.ts';
import { type Reference, toJson } from '../format.ts';
import { abs, frobenius, plus, product, symmetricNorm } from '../norms.ts';
import type { Context } from './context.ts';

const singular: Reference = { refuse: 'singular' };

/** X = A⁻¹; dX = -X dA X, a map of norm ‖X‖₂². */
export function value({ A, inverse, normA }: Context): Reference {
  if (!inverse) return singular;
  const { X, norm2 } = inverse;
  const scale = frobenius(X.data) + norm2 * norm2 * normA;
  const scalec = frobenius(X.data) + frobenius(product(abs(X), abs(A), abs(X)).data);
  return { parts: [{ data: Array.from(X.data, toJson), scale: toJson(scale), scalec: toJson(scalec) }] };
}

/** G = -Xᵀ C Xᵀ; dG = -(Xᵀ dAᵀ G + G dAᵀ Xᵀ), symmetric as the Hessian of ⟨C, A⁻¹⟩. */
export function gradient({ entry, n, A, inverse, normA }: Context): Reference {
  if (!inverse) return singular;
  const C = toRational(cotangents.inv(entry.name, n));
  const Xt = transpose(inverse.exact);
  const G = toDoubles(neg(mul(mul(Xt, C), Xt)));
  const Y = t(inverse.X);
  const hessian = symmetricNorm(n, n, (E) => plus(product(Y, t(E), G), product(G, t(E), Y)));
  const [aY, aA, aG] = [abs(Y), abs(t(A)), abs(G)];
  const first = plus(product(aY, aA, aG), product(aG, aA, aY));
  return {
    parts: [
      {
        data: Array.from(G.data, toJson),
        scale: toJson(frobenius(G.data) + hessian * normA),
        scalec: toJson(frobenius(G.data) + frobenius(first.data)),
      },
    ],
  };
}
