// npm run mutate [name ...]: breaks every derivative rule and every row of the tables (or those of the named files) in
// every way that mutants.ts knows, one at a time and in memory, and runs the tests of core on each. A break that no test
// notices is a survivor; it must either be killed by a new test or be proved equivalent in equivalent.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import { base } from '../../../vitest.base.ts';
import { equivalent } from './equivalent.ts';
import { applyEdits, type Mutant, mutantsOf } from './mutants.ts';

interface Placed extends Mutant {
  readonly id: string;
  readonly path: string;
  /** The identity whose own tests are most likely to notice. */
  readonly owner: string;
}

const core = resolve(import.meta.dirname, '..');
const names = process.argv.slice(2);
/** The mutants of a folder; the tests that are most likely to notice are of the rule, or of the file where it has no name. */
const mutantsIn = (folder: string, ownerOf: (file: string, rule: string) => string): Placed[] =>
  readdirSync(join(core, folder))
    .filter((file) => file.endsWith('.ts') && (names.length === 0 || names.includes(file.replace('.ts', ''))))
    .flatMap((file) => {
      const path = join(core, folder, file);
      return mutantsOf(readFileSync(path, 'utf8')).map((mutant) => {
        const owner = ownerOf(file.replace('.ts', ''), mutant.name.split(':')[0]);
        return { ...mutant, path, owner, id: `${file} ${mutant.name}` };
      });
    });
const ofRule = (file: string, rule: string) => (rule === 'rule' ? file : rule);
const mutants = [
  ...mutantsIn('src/define', ofRule),
  ...mutantsIn('src/identity', ofRule),
  ...mutantsIn('src/table', (file) => file),
];

const ids = new Set(mutants.map(({ id }) => id));
const stale = names.length === 0 ? Object.keys(equivalent).filter((id) => !ids.has(id)) : [];
if (stale.length > 0) throw new Error(`equivalent.ts names mutants that do not exist: ${stale.join('; ')}`);

let inPlace: Placed | undefined;
const vitest = await createVitest(
  'test',
  {
    ...base.test,
    root: core,
    config: false,
    watch: false,
    reporters: [{}],
    exclude: [
      '**/node_modules/**',
      'src/{kernel,factor}/**',
      'test/{lapack/**,anyArguments.test.ts}',
      '{mutation,reference}/**',
    ],
    bail: 1,
    maxWorkers: 1,
    isolate: false,
    // It would bring back the module without its mutant.
    fsModuleCache: false,
  },
  {
    resolve: base.resolve,
    ssr: base.ssr,
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform: (code, id) => (id === inPlace?.path ? applyEdits(code, inPlace.edits) : null),
      },
    ],
  },
);
const tests = await vitest.globTestSpecifications();
/** Where every identity and every row has tests that are told by its name. */
const own = tests.filter(({ moduleId }) => /(registry|tables)[.]test[.]ts$/.test(moduleId));

let failed: readonly string[] = [];

/** Whether the tests of core, or those of one identity, pass with the mutant in place. */
async function passes(mutant?: Placed, only = '', where = tests): Promise<boolean> {
  for (const changed of [inPlace, mutant]) if (changed !== undefined) vitest.invalidateFile(changed.path);
  inPlace = mutant;
  // Every mutant prints another formula; what must catch it is a number.
  vitest.setGlobalTestNamePattern(new RegExp(`^${only}\\b(?!.*\\bprints? )`));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(where);
  failed = testModules.flatMap((module) =>
    module.ok() ? [] : [...module.children.allTests('failed')].map((test) => test.fullName),
  );
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}

if (!(await passes())) throw new Error(`without any mutant these fail already: ${failed.join('; ')}`);
const judged = mutants.filter(({ id }) => !(id in equivalent));
const survivors: Placed[] = [];
for (const [i, mutant] of judged.entries()) {
  const { owner } = mutant;
  const survived =
    (await passes(mutant, owner, own)) && (await passes(mutant, owner)) && (await passes(mutant));
  if (survived) survivors.push(mutant);
  const count = `${i + 1}/${judged.length}`.padStart(9);
  console.log(`${count} ${survived ? 'SURVIVED' : 'killed  '} ${mutant.id} (line ${mutant.line})`);
}
if (!(await passes())) throw new Error('the tests of core fail after the last mutant was taken out');
await vitest.close();

const killed = judged.length - survivors.length;
const known = mutants.length - judged.length;
for (const { id, line } of survivors) console.log(`survived: ${id} (line ${line})`);
console.log(`${mutants.length} mutants, ${killed} killed, ${known} equivalent, ${survivors.length} survived`);
process.exitCode = survivors.length === 0 ? 0 : 1;
