import { enableSimd } from '@matgrad/core/simd';
import { versionOf } from '../../backends/version.ts';
import { coreCalls } from './core.ts';
import type { Family } from './family.ts';

/** The same with WebAssembly switched on for its inner loops. */
export function simd(): Family {
  if (!enableSimd()) throw new Error('no vector instructions here');
  return { name: 'simd', version: versionOf('@matgrad/core'), calls: coreCalls };
}
