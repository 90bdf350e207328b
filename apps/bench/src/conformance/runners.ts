import { coreRunner } from './core.ts';
import type { Runner } from './runner.ts';

export const runnerNames = ['core'] as const;

/** The runner of a name. */
export async function runnerOf(name: (typeof runnerNames)[number]): Promise<Runner> {
  return { core: coreRunner }[name];
}
