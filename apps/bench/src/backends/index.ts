import type { Backend } from './backend.ts';
import { core } from './core.ts';
import { mathjs } from './mathjs.ts';
import { mlMatrix } from './ml-matrix.ts';
import { numeric } from './numeric.ts';

/** Every backend, in the order of tables and legends. */
export const backends: readonly Backend[] = [core, mlMatrix, mathjs, numeric];
