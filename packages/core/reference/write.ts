// npm run docs: writes docs/identities, docs/functions.md and the generated blocks of the README.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { files, folder, root } from './files.ts';

const wanted = files();
mkdirSync(new URL(folder, root), { recursive: true });
for (const name of readdirSync(new URL(folder, root))) {
  if (!wanted.has(folder + name)) rmSync(new URL(folder + name, root));
}
for (const [path, text] of wanted) writeFileSync(new URL(path, root), text);
console.log(`wrote ${wanted.size} files`);
