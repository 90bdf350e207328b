import { coreRunner } from './core.ts';
import type { Runner } from './runner.ts';

export const runnerNames = ['core', 'tfjs-cpu', 'tfjs-wasm'] as const;

/** The runner of a name; TensorFlow.js is loaded only when it is asked for. */
export async function runnerOf(name: (typeof runnerNames)[number]): Promise<Runner> {
  if (name === 'core') return coreRunner;
  const { tfjsRunner } = await import('./tfjs.ts');
  return tfjsRunner(name === 'tfjs-cpu' ? 'cpu' : 'wasm');
}
