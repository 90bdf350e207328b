/** Part of `npm run docs`: the accuracy table of the README, from the report that `npm run bench` left (or that is named). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { replaceBlock } from './report/block.ts';
import { accuracyMarkdown } from './report/markdown.ts';
import { results as schema } from './results/schema.ts';
import { suite } from './suite/index.ts';

const [, , named] = process.argv;
const report = named ? pathToFileURL(named) : new URL('../report/results.json', import.meta.url);
const page = new URL('../../../README.md', import.meta.url);

const results = existsSync(report)
  ? schema.safeParse(JSON.parse(readFileSync(report, 'utf8'))).data
  : undefined;
if (results === undefined || results.matrices.length < suite.length) {
  console.log('README.md: accuracy left as it is, for want of a full report of this version (npm run bench)');
} else {
  writeFileSync(page, replaceBlock(readFileSync(page, 'utf8'), 'accuracy', accuracyMarkdown(results)));
  console.log(`README.md: accuracy on ${results.matrices.length} matrices`);
}
