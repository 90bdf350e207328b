/** Nodes and weights of Gauss-Legendre quadrature on [0, 1]. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const kept: Quadrature[] = [];

/**
 * The [m/m] Padé approximant of log(1 + x) as Σ w_j·x / (1 + t_j·x), which is Gauss-Legendre quadrature of
 * log(1 + x) = ∫₀¹ x / (1 + t·x) dt (Dieci, Morini and Papini 1996).
 */
export function padeLog(m: number): Quadrature {
  kept[m] ??= quadrature(m);
  return kept[m];
}

function quadrature(m: number): Quadrature {
  const nodes = new Float64Array(m);
  const weights = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (m + 0.5));
    let slope = 0;
    // Newton's method for the roots of the Legendre polynomial P_m; from this start 5 steps are plenty.
    for (let step = 0; step < 6; step++) {
      let p = 1;
      let before = 0;
      for (let k = 1; k <= m; k++) [p, before] = [((2 * k - 1) * z * p - (k - 1) * before) / k, p];
      slope = (m * (z * p - before)) / (z * z - 1);
      z -= p / slope;
    }
    nodes[i] = (1 + z) / 2;
    weights[i] = 1 / ((1 - z * z) * slope * slope);
  }
  return { nodes, weights };
}
