/** `npm run bench`: accuracy, failures and speed of every backend; a terminal table, results.json and index.html. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { backends } from './backends/index.ts';
import { render } from './report/render.ts';
import { isBusy } from './results/environment.ts';
import { merge } from './results/merge.ts';
import { type Results, results as schema } from './results/schema.ts';
import { parseShard, type Shard } from './results/shard.ts';
import { run } from './run.ts';
import { suite } from './suite/index.ts';
import { progressDisplay } from './terminal/progress.ts';
import { accuracyTable, identitiesLine, speedTable } from './terminal/table.ts';

const reportFolder = fileURLToPath(new URL('../report', import.meta.url));

type RunFlags = { quick?: true; speed: boolean; shard?: Shard; out: string };

const program = new Command('bench').description('accuracy, failures and speed of matgrad and its rivals');

program
  .command('run', { isDefault: true })
  .description('measure, print the tables, write results.json and index.html')
  .option('--quick', 'small matrices and short timings only')
  .option('--no-speed', 'leave the timings out')
  .option('--shard <i/n>', 'only the i-th of n parts, to be merged afterwards', parseShard)
  .option('--out <folder>', 'where to write', reportFolder)
  .action(async ({ quick, speed, shard, out }: RunFlags) => {
    const display = progressDisplay();
    const results = await run({
      backends,
      suite: quick ? suite.filter(({ n }) => n <= 8) : suite,
      budget: !speed ? 0 : quick ? 0.03 : 0.2,
      ...(quick ? { largest: 64 } : {}),
      ...(shard ? { shard } : {}),
      onProgress: display.update,
    });
    display.end(
      `${results.accuracy.length} cases, ${results.speed.length} timings in ${results.environment.seconds.toFixed(0)} s`,
    );
    publish(results, out);
  });

program
  .command('merge')
  .description('one report of the results.json files of several shards')
  .argument('<files...>')
  .option('--out <folder>', 'where to write', reportFolder)
  .action((files: string[], { out }: { out: string }) => {
    publish(merge(files.map((file) => schema.parse(JSON.parse(readFileSync(file, 'utf8'))))), out);
  });

function publish(results: Results, out: string): void {
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  const json = resolve(folder, 'results.json');
  const page = resolve(folder, 'index.html');
  writeFileSync(json, `${JSON.stringify(schema.parse(results))}\n`);
  writeFileSync(page, render(results));
  console.log('\nDigits lost beyond what the data cost anyway, worst case; "wrong" = wrong without a word');
  console.log(accuracyTable(results));
  if (results.speed.length > 0) {
    console.log(
      '\nMedian time, and how many times as fast as ml-matrix; "+ ∇" is the value and its gradient',
    );
    console.log(speedTable(results));
    if (isBusy(results.environment))
      console.log('The machine was busy: times are less certain than they would be.');
  }
  const identities = identitiesLine(results);
  if (identities !== undefined) console.log(`\n${identities}`);
  const here = (path: string) => relative(process.cwd(), path) || path;
  console.log(`\nResults: ${here(json)}\nReport:  ${here(page)}`);
}

await program.parseAsync();
