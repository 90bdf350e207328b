// npm run mutate [name ...]: breaks every derivative rule (or those of the named files) in every way that mutants.ts
// knows, one at a time, and runs the tests of core on each. A break that no test notices is a survivor; it must either
// be killed by a new test or be proved equivalent in equivalent.ts.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { equivalent } from './equivalent.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

const core = resolve(import.meta.dirname, '..');
const folder = join(core, 'src/identity');
const TIME_LIMIT = 120_000;

interface Task extends Mutant {
  readonly id: string;
  readonly path: string;
  readonly owner: string;
}

const names = process.argv.slice(2);
const tasks: Task[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && (names.length === 0 || names.includes(file.replace('.ts', ''))))
  .flatMap((file) => {
    const path = join(folder, file);
    return mutantsOf(readFileSync(path, 'utf8')).map((mutant) => {
      const rule = mutant.name.split(':')[0];
      const owner = rule === 'rule' ? file.replace('.ts', '') : rule;
      return { ...mutant, path, owner, id: `${file} ${mutant.name}` };
    });
  });

/** Whether the tests of core (or those of one identity) pass with the mutant in place; one that hangs does not. */
function passes(mutant?: Task, only = ''): Promise<boolean> {
  const env = { ...process.env, MUTANT: JSON.stringify({ ...mutant, only }) };
  const args = ['run', '--config', 'mutation/vitest.config.ts', '--maxWorkers=1', '--no-isolate'];
  return new Promise((done, fail) => {
    const tests = spawn('vitest', args, { cwd: core, env, stdio: 'ignore', timeout: TIME_LIMIT });
    tests.on('error', fail).on('close', (code) => done(code === 0));
  });
}

if (!(await passes())) throw new Error('the tests of core fail without any mutant');

const survivors: Task[] = [];
let done = 0;
const queue = tasks.filter(({ id }) => !(id in equivalent));
const total = queue.length;
async function worker(): Promise<void> {
  for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
    // Most die in the tests of their own identity: try those first.
    const survived = (await passes(task, task.owner)) && (await passes(task));
    if (survived) survivors.push(task);
    done += 1;
    console.log(
      `${`${done}/${total}`.padStart(9)} ${survived ? 'SURVIVED' : 'killed  '} ${task.id} (line ${task.line})`,
    );
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));

const known = tasks.length - total;
console.log(
  `\n${tasks.length} mutants, ${total - survivors.length} killed, ${known} equivalent, ${survivors.length} survived`,
);
for (const { id, line } of survivors) console.log(`survived: ${id} (line ${line})`);
process.exitCode = survivors.length === 0 ? 0 : 1;
