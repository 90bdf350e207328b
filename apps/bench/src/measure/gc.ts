import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options?: { type: 'minor' | 'major' }) => void;

/**
 * Garbage collection on demand, where this Node lets one be had without a command line flag.
 *
 * Forced major collections age the bytecode of every function that is not running, and V8 then throws it away with all
 * that it learnt: what is timed in turns would start in the interpreter every time. Hence the second flag.
 */
export function collector(): Collect | undefined {
  try {
    setFlagsFromString('--expose-gc');
    setFlagsFromString('--no-flush-bytecode');
    const gc: unknown = runInNewContext('gc');
    return typeof gc === 'function' ? (gc as Collect) : undefined;
  } catch {
    return undefined;
  }
}
