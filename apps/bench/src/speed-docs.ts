/** Part of `npm run docs`: the numbers of docs/speed.md, from the results that `npm run bench:speed` left (or that are named). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { replaceBlock } from './report/block.ts';
import { gatesMarkdown, gradientsMarkdown, kernelsMarkdown, machineMarkdown } from './speed/markdown.ts';
import { speedResults } from './speed/schema.ts';

const [, , named] = process.argv;
const report = named ? pathToFileURL(named) : new URL('../report/speed.json', import.meta.url);
const page = new URL('../../../docs/speed.md', import.meta.url);

const results = existsSync(report)
  ? speedResults.safeParse(JSON.parse(readFileSync(report, 'utf8'))).data
  : undefined;
const complete = results?.effort === 'full' && results.contenders.some(({ name }) => name === 'numpy');
if (!results || !complete || results.twice.length === 0) {
  console.log(
    'docs/speed.md: left as it is, for want of a full run of this version with numpy (npm run bench:speed)',
  );
} else {
  const blocks = {
    machine: machineMarkdown(results),
    kernels: kernelsMarkdown(results),
    gradients: gradientsMarkdown(results),
    gates: gatesMarkdown(results),
  };
  const text = Object.entries(blocks).reduce(
    (text, [name, content]) => replaceBlock(text, name, content),
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, text);
  console.log(`docs/speed.md: ${results.timings.length} timings of ${results.environment.date.slice(0, 10)}`);
}
