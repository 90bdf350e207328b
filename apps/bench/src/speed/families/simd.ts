import { versionOf } from '../../backends/version.ts';
import { coreCalls } from './core.ts';
import type { Family } from './family.ts';

/** The same with WebAssembly switched on for its inner loops. */
export async function simd(): Promise<Family> {
  const entry = '@matgrad/core/simd';
  const { enableSimd } = (await import(entry)) as { enableSimd(): boolean };
  if (!enableSimd()) throw new Error('no vector instructions here');
  return { name: 'simd', version: versionOf('@matgrad/core'), calls: coreCalls };
}
