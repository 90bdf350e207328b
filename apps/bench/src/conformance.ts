/** `npm run --silent conformance -- --cases <file or folder>... --out results.json [--backend ...]` */
import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { readCases } from './conformance/files.ts';
import { runCase } from './conformance/runner.ts';
import { runnerNames, runnerOf } from './conformance/runners.ts';

type Flags = { cases: string[]; out: string; backend: (typeof runnerNames)[number] };

await new Command('conformance')
  .description('run cases with exact answers through a backend and write what the scorer reads')
  .requiredOption('--cases <path...>', 'case files, or folders of them')
  .requiredOption('--out <file>', 'where to write the results')
  .addOption(new Option('--backend <name>', 'what to run them through').choices(runnerNames).default('core'))
  .action(async ({ cases, out, backend }: Flags) => {
    const runner = await runnerOf(backend);
    const all = readCases(cases);
    const results = all.flatMap((c) => runCase(runner, c) ?? []);
    writeFileSync(out, `${JSON.stringify(results)}\n`);
    const threw = results.filter(({ errors }) => Object.keys(errors).length > 0).length;
    console.error(
      `${backend}: ${results.length} of ${all.length} cases run, ${threw} with an error, written to ${out}`,
    );
  })
  .parseAsync();
