/** The longest sequence of rotations: leaves of divide and conquer are smaller. */
export const ROTATIONS = 64;

/** Cosines and sines of the sequence. */
export const cosines = /* @__PURE__ */ new Float64Array(ROTATIONS);
export const sines = /* @__PURE__ */ new Float64Array(ROTATIONS);

/** A second sequence, for the other side of a bidiagonal matrix. */
export const leftCosines = /* @__PURE__ */ new Float64Array(ROTATIONS);
export const leftSines = /* @__PURE__ */ new Float64Array(ROTATIONS);

/**
 * Applies `count` rotations to adjacent columns of the rows×· matrix Z, from column `from` on in direction -step.
 *
 * The entry that two consecutive rotations share stays in a register, four rows at a time.
 */
export function qlRotate(
  cosines: Float64Array,
  sines: Float64Array,
  count: number,
  rows: number,
  Z: Float64Array,
  from: number,
  zRow: number,
  step: number,
): void {
  let r = 0;
  for (; r + 3 < rows; r += 4) {
    let p0 = from + r * zRow;
    let p1 = p0 + zRow;
    let p2 = p1 + zRow;
    let p3 = p2 + zRow;
    let x0 = Z[p0];
    let x1 = Z[p1];
    let x2 = Z[p2];
    let x3 = Z[p3];
    for (let i = 0; i < count; i++) {
      const c = cosines[i];
      const s = sines[i];
      const y0 = Z[p0 - step];
      const y1 = Z[p1 - step];
      const y2 = Z[p2 - step];
      const y3 = Z[p3 - step];
      Z[p0] = s * y0 + c * x0;
      Z[p1] = s * y1 + c * x1;
      Z[p2] = s * y2 + c * x2;
      Z[p3] = s * y3 + c * x3;
      x0 = c * y0 - s * x0;
      x1 = c * y1 - s * x1;
      x2 = c * y2 - s * x2;
      x3 = c * y3 - s * x3;
      p0 -= step;
      p1 -= step;
      p2 -= step;
      p3 -= step;
    }
    Z[p0] = x0;
    Z[p1] = x1;
    Z[p2] = x2;
    Z[p3] = x3;
  }
  for (; r < rows; r++) {
    let p = from + r * zRow;
    let x = Z[p];
    for (let i = 0; i < count; i++) {
      const y = Z[p - step];
      Z[p] = sines[i] * y + cosines[i] * x;
      x = cosines[i] * y - sines[i] * x;
      p -= step;
    }
    Z[p] = x;
  }
}
