import { setPanels } from './kernel/gemm.ts';
import { type Panels, scalarPanels } from './kernel/panels.ts';
import { simdPanels } from './kernel/wasm/simdPanels.ts';

let panels: Panels | undefined;

/**
 * Multiplies matrices by the SIMD instructions of WebAssembly from now on, in every function of the package.
 *
 * Results stay the same to the last bit; products, and what is built of them, become faster from about n = 32 on. The module
 * of a few hundred bytes is assembled and compiled at the first call. Where WebAssembly or SIMD is missing, or a content
 * security policy without `'wasm-unsafe-eval'` forbids it, everything goes on in plain TypeScript.
 *
 * @returns whether SIMD is in use
 * @example
 * enableSimd() //=> true
 */
export function enableSimd(): boolean {
  try {
    panels ??= simdPanels();
  } catch {
    return false;
  }
  setPanels(panels);
  return true;
}

/** Multiplies matrices in plain TypeScript again. */
export function disableSimd(): void {
  setPanels(scalarPanels);
}
