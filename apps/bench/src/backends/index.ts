import type { Backend } from './backend.ts';
import { core } from './core.ts';
import { mathjs } from './mathjs.ts';
import { mlMatrix } from './ml-matrix.ts';
import { numeric } from './numeric.ts';
import { tfjsCpu } from './tfjs-cpu.ts';
import { tfjsWasm } from './tfjs-wasm.ts';

/** Every backend, in the order of tables and legends. */
export const backends: readonly Backend[] = [core, tfjsCpu, tfjsWasm, mlMatrix, mathjs, numeric];
