import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SpeedResults } from './schema.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Builds the package, loads it twice in one process, and gives the part of its speed that each copy has. */
export async function twice(n: number, rounds: number): Promise<SpeedResults['twice']> {
  const shell = process.platform === 'win32';
  const build = spawnSync('turbo', ['run', 'build', '--filter=@matgrad/core', '--output-logs=none'], {
    cwd: root,
    shell,
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`the package cannot be built: ${build.error ?? build.stderr}`);
  const script = fileURLToPath(new URL('./twice-worker.ts', import.meta.url));
  const child = fork(script, [String(n), String(rounds)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (!Array.isArray(message)) throw new Error('the measurement of two copies ended without a result');
  return message as SpeedResults['twice'];
}
