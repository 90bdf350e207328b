import { type Ambient, common } from './common.ts';
import * as special from './special.ts';

/**
 * The algebra that rules run in under autodiff: each word goes to the deepest algebra among its arguments.
 *
 * So a tape wraps whatever is there already, and how modes nest need never be said.
 */
export const ambient: Ambient = { ...common, ...special };
