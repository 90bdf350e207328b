// npm run docs: writes docs/identities, docs/functions.md and the generated blocks of the README; what has no accuracy figure
// yet is measured, and npm run accuracy, with --measure, measures all anew.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { registry } from '../src/registry.ts';
import { type Accuracy, accuracyFile, accuracyText, committedAccuracy, measure } from './accuracy.ts';
import { entries } from './entries.ts';
import { files, folder, root } from './files.ts';

const known = process.argv.includes('--measure') ? new Map<string, Accuracy>() : committedAccuracy(root);
const figures = entries.flatMap(({ name, spec }): [string, Accuracy][] => {
  const id = spec && registry.get(spec.name);
  return id ? [[name, known.get(name) ?? measure(id)]] : [];
});
writeFileSync(new URL(accuracyFile, root), accuracyText(new Map(figures)));
const wanted = files();
mkdirSync(new URL(folder, root), { recursive: true });
for (const name of readdirSync(new URL(folder, root))) {
  if (!wanted.has(folder + name)) rmSync(new URL(folder + name, root));
}
for (const [path, text] of wanted) writeFileSync(new URL(path, root), text);
console.log(`wrote ${wanted.size} files`);
