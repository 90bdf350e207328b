import { logOfRatio } from '../../exact/decimal.ts';
import { toDoubles, transpose } from '../../exact/rational.ts';
import { transpose as t } from '../../matrix.ts';
import { type Reference, toJson } from '../format.ts';
import { abs, frobenius, product } from '../norms.ts';
import type { Context } from './context.ts';

/** [sign det, log |det|]; d log|det| = ⟨X ᵀ, dA⟩. At singular A the pair [0, -Infinity], judged by the det it implies. */
export function value({ A, inverse, det, normA }: Context): Reference {
  const exact = (x: number) => ({ data: [toJson(x)], scale: 0 });
  if (!inverse) return { parts: [exact(0), exact(-Infinity)], asDeterminant: true };
  const log = logOfRatio(det.num, det.den).toNumber();
  const componentwise = product(abs(inverse.X), abs(A)).data.reduce(
    (sum, x, k) => (k % (A.rows + 1) === 0 ? sum + x : sum),
    0,
  );
  const scale = toJson(Math.abs(log) + frobenius(inverse.X.data) * normA);
  const sign = det.num < 0n === det.den < 0n ? 1 : -1;
  return { parts: [exact(sign), { data: [log], scale, scalec: toJson(Math.abs(log) + componentwise) }] };
}

/** G = A⁻ᵀ; dG = -Xᵀ dAᵀ Xᵀ, a map of norm ‖X‖₂². */
export function gradient({ A, inverse, normA }: Context): Reference {
  if (!inverse) return { refuse: 'singular' };
  const G = toDoubles(transpose(inverse.exact));
  const [aY, aA] = [abs(G), abs(t(A))];
  return {
    parts: [
      {
        data: Array.from(G.data, toJson),
        scale: toJson(frobenius(G.data) + inverse.norm2 ** 2 * normA),
        scalec: toJson(frobenius(G.data) + frobenius(product(aY, aA, aY).data)),
      },
    ],
  };
}
