/** `npm run bench:speed`: every kernel and every gradient against the clock, other libraries, numpy and the processor's limit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { renderSpeed } from './speed/page/render.ts';
import { speedOps } from './speed/problem.ts';
import { runSpeed } from './speed/run.ts';
import { type SpeedResults, speedResults } from './speed/schema.ts';
import { speedText } from './speed/terminal.ts';
import { progressDisplay } from './terminal/progress.ts';

type Flags = {
  quick?: true;
  ops?: string[];
  sizes?: number[];
  only?: string[];
  json?: true;
  guard: boolean;
  python: string;
  out: string;
};

const list = (text: string): string[] => text.split(',');
function opList(text: string): string[] {
  for (const op of list(text))
    if (!(speedOps as readonly string[]).includes(op))
      throw new InvalidArgumentError(`one of ${speedOps.join(' ')}`);
  return list(text);
}
function sizeList(text: string): number[] {
  const sizes = list(text).map(Number);
  if (!sizes.every((n) => Number.isInteger(n) && n > 0)) throw new InvalidArgumentError('sizes like 4,64');
  return sizes;
}

const program = new Command('bench:speed')
  .description(
    'the speed of @matgrad/core beside other libraries; processor time, medians, each library in its own process',
  )
  .option('--quick', 'small matrices and short timings')
  .option('--ops <names>', `some of ${speedOps.join(' ')}`, opList)
  .option('--sizes <list>', 'these sizes only, like 4,64', sizeList)
  .option('--only <names>', 'these contenders only, like core,ml-matrix,numpy', list)
  .option('--no-guard', 'do not build the package and load it twice')
  .option('--python <path>', 'the Python to look for numpy and torch in', 'python3')
  .option('--json', 'print the results as JSON instead of tables')
  .option('--out <folder>', 'where to write', fileURLToPath(new URL('../report', import.meta.url)));

program.action(async ({ json, out, ...options }: Flags) => {
  const display = progressDisplay();
  const results = speedResults.parse(
    await runSpeed({
      ...options,
      onProgress: (done, of, what) => display.update({ phase: 'speed', done, of, what }),
    }),
  );
  display.end(`${results.timings.length} timings in ${results.environment.seconds.toFixed(0)} s`);
  publish(results, resolve(out), json === true);
});

function publish(results: SpeedResults, folder: string, json: boolean): void {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, 'speed.json');
  writeFileSync(file, `${JSON.stringify(results)}\n`);
  if (json) return void console.log(JSON.stringify(results));
  console.log(`\n${speedText(results)}`);
  const page = resolve(folder, 'speed.html');
  writeFileSync(page, renderSpeed(results));
  const here = (path: string) => relative(process.cwd(), path) || path;
  console.log(`\nResults: ${here(file)}\nReport:  ${here(page)}`);
}

await program.parseAsync();
