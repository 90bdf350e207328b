const SLAB = 8192;
const SMALL = 512;
let slab = /* @__PURE__ */ new ArrayBuffer(0);
let used = 0;

/**
 * A zero-filled Float64Array.
 *
 * The memory of a typed array of more than 64 bytes is outside V8's heap and costs ten times a 4×4 product; a view does
 * not. So small arrays are views of shared slabs, of which no part is ever used twice.
 */
export function allocate(size: number): Float64Array {
  if (!(size >= 9 && size <= SMALL)) return new Float64Array(size);
  if (used + 8 * size > slab.byteLength) {
    slab = new ArrayBuffer(8 * SLAB);
    used = 0;
  }
  const view = new Float64Array(slab, used, size);
  used += 8 * size;
  return view;
}
