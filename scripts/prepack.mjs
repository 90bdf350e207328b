// `npm pack` of a package runs this first: a clone has no dist, so it is built, with what it depends on. Turbo knows what is fresh.
import { run, setup } from './setup.mjs';

// A task of turbo's that packs has its build behind it, and others at its side that read it.
// biome-ignore lint/suspicious/noUndeclaredEnvVars: turbo sets it itself
if (process.env.TURBO_HASH === undefined) {
  const code = await setup();
  // stdout belongs to `npm pack --json`.
  const build = ['run', 'build', `--filter=${process.argv[2]}`, '--output-logs=errors-only'];
  process.exitCode = code || (await run('turbo', build, { stdio: ['ignore', 2, 2] }));
}
