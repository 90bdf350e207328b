import { KC, MC, NC, type Panels } from '../panels.ts';
import { B, T, tiles } from './tiles.ts';

// As much of it as is used: which library files declare the rest depends on the project.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
  ) => {
    readonly exports: {
      readonly m: { readonly buffer: ArrayBuffer };
      readonly f: (mc: number, nc: number, kc: number, diag: number) => void;
    };
  };
};

/**
 * Panels that WebAssembly multiplies, two numbers in one instruction; bit for bit what scalarPanels gives, since every entry
 * is the same sum in the same order.
 *
 * @throws {CompileError} where a policy forbids WebAssembly or the engine has no SIMD
 */
export function simdPanels(): Panels {
  const { m, f } = new WebAssembly.Instance(new WebAssembly.Module(tiles())).exports;
  const { buffer } = m;
  // Constants read before loops, as in scalarPanels. The memory never grows, so that they stay valid.
  const PACKED = new Float64Array(buffer, 0, KC * (MC + NC));
  const PRODUCT = new Float64Array(buffer, T, MC * NC);

  return {
    pack(ofA, lines, kc, X, off, line, along) {
      const dst = PACKED;
      let d = ofA ? 0 : B / 8;
      for (let l = 0, p = off; l < lines; l += 4, p += 4 * line) {
        const two = l + 1 < lines ? line : 0;
        const three = l + 2 < lines ? 2 * line : 0;
        const four = l + 3 < lines ? 3 * line : 0;
        // Past the last line the first one of the panel stands in: what becomes of it is not read.
        for (let q = p, last = d + 4 * kc; d < last; d += 4, q += along) {
          dst[d] = X[q];
          dst[d + 1] = X[q + two];
          dst[d + 2] = X[q + three];
          dst[d + 3] = X[q + four];
        }
      }
    },

    multiply(mc, nc, kc, alpha, C, off, cRow, diag) {
      f(mc, nc, kc, diag);
      const product = PRODUCT;
      for (let i = 0; i < mc; i++) {
        const last = i * NC + Math.min(nc, diag + i + 1);
        for (let t = i * NC, c = off + i * cRow; t < last; t++, c++) C[c] += alpha * product[t];
      }
    },
  };
}
