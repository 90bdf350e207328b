// What every root npm script starts with. Plain JavaScript without dependencies, so that a bare Node >= 20 with npm can
// run it: it installs the locked dependencies when needed; from there on everything runs under the Node, the pnpm and
// the tools in node_modules/.bin. Whatever it has to say goes to stderr: stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const windows = process.platform === 'win32';
const env = {
  ...process.env,
  PATH: `${resolve(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};
delete env.NODE_ENV; // 'production' would leave the devDependencies out

/** Run a command at the root with node_modules/.bin first on PATH; the exit code. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell: windows, ...options });
  try {
    const [code] = await once(child, 'close');
    return code ?? 1;
  } catch (error) {
    console.error(`${command}: ${error.message}`);
    return 1;
  }
}

/** Install what the lockfile says; the exit code. A pnpm on PATH serves if it is of the wanted major, else npx brings it. */
export async function setup() {
  const { packageManager } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const major = (version) => version.trim().split('.')[0];
  const found = spawnSync('pnpm', ['--version'], { cwd: root, env, encoding: 'utf8', shell: windows });
  const usable = found.status === 0 && major(found.stdout) === major(packageManager.split('@')[1]);
  const [command, ...args] = usable ? ['pnpm'] : ['npx', '--yes', packageManager];
  // CI makes pnpm replace a node_modules that something else wrote, instead of asking.
  const options = { stdio: ['ignore', 2, 2], env: { ...env, CI: 'true' } };
  return run(command, [...args, 'install', '--frozen-lockfile'], options);
}
