const KEPT = 16384;
let kept = /* @__PURE__ */ new Float64Array(0);

/** Memory for one computation, of any contents: the next call may give the same. */
export function workspace(size: number): Float64Array {
  if (size > KEPT) return new Float64Array(size);
  if (size > kept.length) kept = new Float64Array(size < 256 ? 256 : KEPT);
  return kept;
}
