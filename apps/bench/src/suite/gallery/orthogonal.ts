import { at, fromEntries, type Matrix, matmul } from '../../matrix.ts';
import { integers, type Random } from '../random.ts';

/** A random orthogonal matrix to rounding: a product of Householder reflectors (+ - * / only, so equal everywhere). */
export function orthogonal(n: number, random: Random, reflectors = 4): Matrix {
  let Q = fromEntries(n, n, (i, j) => (i === j ? 1 : 0));
  for (let r = 0; r < reflectors; r++) {
    const v = integers(n, 1, -9, 9, random);
    const vv = v.data.reduce((sum, x) => sum + x * x, 0);
    const H = fromEntries(n, n, (i, j) => (i === j ? 1 : 0) - (2 * at(v, i, 0) * at(v, j, 0)) / vv);
    Q = matmul(Q, H);
  }
  return Q;
}
