import {
  choleskyGradient,
  cholesky as choleskyOf,
  Digits,
  difference,
  lowerInverse,
  perturbed,
  rounded,
  toDecimal,
} from '../../exact/decimal.ts';
import { fromEntries, type Matrix, transpose as t } from '../../matrix.ts';
import { cotangents } from '../cotangents.ts';
import { type Reference, toJson } from '../format.ts';
import { abs, frobenius, operatorNorm, product, spectral, symmetricNorm } from '../norms.ts';
import type { Context } from './context.ts';

const h = new Digits('1e-60');
const sym = (E: Matrix): Matrix =>
  fromEntries(
    E.rows,
    E.cols,
    (i, j) => ((E.data[i * E.cols + j] as number) + (E.data[j * E.cols + i] as number)) / 2,
  );

/** Condition number after scaling to a unit diagonal: where u times it nears 1, rounding may make A indefinite. */
function existenceOf({ A, n, inverse }: Context): number {
  const d = Array.from({ length: n }, (_, i) => Math.sqrt(A.data[i * n + i] as number));
  const scaled = fromEntries(
    n,
    n,
    (i, j) => (A.data[i * n + j] as number) / (d[i] as number) / (d[j] as number),
  );
  const X = inverse?.X.data ?? [];
  const back = fromEntries(n, n, (i, j) => (X[i * n + j] as number) * (d[i] as number) * (d[j] as number));
  return spectral(scaled) * spectral(back);
}

/** The lower factor; its derivative's norm from differences (there) and gradients (back) in 120 digits. */
export function value(context: Context): Reference | undefined {
  const { entry, A, normA } = context;
  if (entry.tags.includes('indefinite')) return { refuse: 'not positive definite' };
  if (!entry.tags.includes('spd')) return undefined;
  const D = toDecimal(A);
  const exact = choleskyOf(D);
  const L = rounded(exact);
  const norm = operatorNorm(
    A.rows,
    A.cols,
    (E) => difference(exact, choleskyOf(perturbed(D, sym(E), h)), h),
    (F) => rounded(choleskyGradient(D, toDecimal(F))),
  );
  // |dL| <= |L| Φ(|L⁻¹||dA||L⁻ᵀ|)
  const K = abs(rounded(lowerInverse(exact)));
  const inside = product(K, abs(A), t(K));
  const phi = fromEntries(A.rows, A.cols, (i, j) =>
    j > i ? 0 : (inside.data[i * A.cols + j] as number) / (i === j ? 2 : 1),
  );
  const scalec = frobenius(L.data) + frobenius(product(abs(L), phi).data);
  return {
    parts: [
      {
        data: Array.from(L.data, toJson),
        scale: toJson(frobenius(L.data) + norm * normA),
        scalec: toJson(scalec),
      },
    ],
    existence: existenceOf(context),
  };
}

/** The symmetric gradient; its derivative is the Hessian of ⟨C, L(A)⟩, by differences in 120 digits. */
export function gradient(context: Context): Reference | undefined {
  const { entry, n, A, normA } = context;
  if (!entry.tags.includes('spd')) return undefined;
  const D = toDecimal(A);
  const C = toDecimal(cotangents.cholesky(entry.name, n));
  const exact = choleskyGradient(D, C);
  const G = rounded(exact);
  const hessian = symmetricNorm(
    n,
    n,
    (E) => difference(exact, choleskyGradient(perturbed(D, sym(E), h), C), h),
    6,
  );
  return {
    parts: [{ data: Array.from(G.data, toJson), scale: toJson(frobenius(G.data) + hessian * normA) }],
    existence: existenceOf(context),
  };
}
