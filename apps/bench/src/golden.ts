/** `npm run golden [-- NAME...]`: compute the exact references anew and write them to src/golden/data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate } from './golden/generate.ts';
import { goldenPath } from './golden/read.ts';
import { suite } from './suite/index.ts';

const wanted = process.argv.slice(2);
for (const entry of suite.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const start = performance.now();
  const path = goldenPath(entry.name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(generate(entry))}\n`);
  console.log(`${entry.name.padEnd(28)}${((performance.now() - start) / 1000).toFixed(2).padStart(8)} s`);
}
