// node scripts/run.mjs [source.ts | tool] [arguments]: set up, then run a TypeScript source or a tool of node_modules/.bin.
import { run, setup } from './setup.mjs';

const [target, ...args] = process.argv.slice(2);
let code = await setup();
if (code === 0 && target !== undefined) {
  // Node strips the types itself; the condition makes `@matgrad/*` mean the sources, so nothing is built first.
  const source = ['--conditions=@matgrad/source', target];
  code = await (target.endsWith('.ts') ? run('node', [...source, ...args]) : run(target, args));
}
process.exitCode = code;
