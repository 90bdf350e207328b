import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { NotPositiveDefiniteError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { trsv } from '../../kernel/trsv.ts';

/** The Cholesky factor of L·Lᵀ + x·xᵀ for L [..., n, n] and x [..., n]; stacks broadcast. L and x stay as they are. */
export function choleskyUpdate(L: NdArray, x: NdArray): NdArray {
  return onMembers(L, x, add);
}

/**
 * The Cholesky factor of L·Lᵀ - x·xᵀ; `op` names the caller in errors.
 *
 * NotPositiveDefiniteError, with the first pivot that is not positive, where that is no factor of anything.
 */
export function choleskyDowndate(L: NdArray, x: NdArray, op: string): NdArray {
  return onMembers(L, x, (n, F, f, v, i, one) => {
    const pivot = subtract(n, F, f, v);
    if (pivot) throw new NotPositiveDefiniteError(op, ...pivot, one ? undefined : i);
  });
}

function onMembers(
  L: NdArray,
  x: NdArray,
  change: (n: number, F: Float64Array, f: number, v: Float64Array, i: number, one: boolean) => void,
): NdArray {
  const n = x.shape[x.shape.length - 1];
  const { stack, ia, ib } = pairStacks(stackOf(L), x.shape.slice(0, -1));
  const F = allocate(ia.length * n * n);
  for (let i = 0; i < ia.length; i++) {
    const f = i * n * n;
    for (let r = 0; r < n; r++) {
      for (let p = r * n; p <= r * (n + 1); p++) F[f + p] = L.data[ia[i] * n * n + p];
    }
    change(n, F, f, x.data.slice(ib[i] * n, (ib[i] + 1) * n), i, stack.length === 0);
  }
  return { shape: [...stack, n, n], data: F };
}

/** Rotations, row by row, that take x into L: [L x]·G = [L' 0]. */
function add(n: number, F: Float64Array, f: number, x: Float64Array): void {
  const c = new Float64Array(n);
  const s = new Float64Array(n);
  for (let i = 0, row = f; i < n; i++, row += n) {
    let y = x[i];
    for (let j = 0, p = row; j < i; j++, p++) {
      const l = F[p];
      F[p] = c[j] * l + s[j] * y;
      y = c[j] * y - s[j] * l;
    }
    const l = F[row + i];
    const r = Math.hypot(l, y);
    c[i] = r === 0 ? 1 : l / r;
    s[i] = r === 0 ? 0 : y / r;
    F[row + i] = r;
  }
}

/**
 * With a = L⁻¹x and ρ² = 1 - ‖a‖², rotations that take (a, ρ) to (0, 1) take [L 0] to [L' x] (Dongarra et al. 1979, dchdd;
 * backward stable: Stewart 1979).
 *
 * @returns null, or the first pivot that is not positive and its value
 */
function subtract(n: number, F: Float64Array, f: number, a: Float64Array): [number, number] | null {
  trsv(false, false, n, F, f, n, 1, a, 0, 1);
  let rest = 1;
  for (let i = 0; i < n; i++) {
    const next = rest - a[i] * a[i];
    const l = F[f + i * (n + 1)];
    if (!(next > 0)) return [i, l * (next / rest) * l];
    rest = next;
  }
  const c = new Float64Array(n);
  let rho = Math.sqrt(rest);
  for (let i = n - 1; i >= 0; i--) {
    const r = Math.hypot(rho, a[i]);
    c[i] = rho / r;
    a[i] /= r;
    rho = r;
  }
  for (let i = 0, row = f; i < n; i++, row += n) {
    let y = 0;
    for (let j = i, p = row + i; j >= 0; j--, p--) {
      const l = F[p];
      F[p] = c[j] * l - a[j] * y;
      y = c[j] * y + a[j] * l;
    }
  }
  return null;
}
