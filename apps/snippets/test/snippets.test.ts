import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { fromMarkdown, fromSource, type Snippet } from '../src/extract.ts';
import { missingImports } from '../src/imports.ts';
import { instrument } from '../src/instrument.ts';

const root = resolve(import.meta.dirname, '../../..');
const generated = resolve(import.meta.dirname, '../.generated');
rmSync(generated, { recursive: true, force: true });
mkdirSync(generated);

const find = (...patterns: string[]) => globSync(patterns, { cwd: root }).sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = find(
  'README.md',
  'CONTRIBUTING.md',
  'docs/*.md',
  'docs/identities/*.md',
  'packages/*/README.md',
);
const sources = find('packages/*/src/**/*.ts').filter((file) => !file.endsWith('.test.ts'));

// An @example may leave out the imports of what its own package exports. Not of the kernel, which gives other forms of operations their names.
const { exports } = JSON.parse(read('packages/core/package.json')) as { exports: Record<string, unknown> };
const entries = Object.keys(exports).flatMap((path) =>
  ['./package.json', './kernel'].includes(path) ? [] : [`@matgrad/core${path.slice(1)}`],
);
entries.push('@matgrad/tfjs-ops');
const names = new Map<string, readonly string[]>();
for (const entry of entries) names.set(entry, Object.keys(await import(entry)));
const exportsOf = (file: string) => {
  const name = `@matgrad/${file.split('/')[1]}`;
  return new Map([...names].filter(([entry]) => entry === name || entry.startsWith(`${name}/`)));
};

/** The snippet as a module that checks its own claims; everything added stands on the first line. */
function write({ file, line, code }: Snippet): string {
  const imports = file.endsWith('.ts') ? missingImports(code, exportsOf(file)) : '';
  const path = join(generated, `${file.replaceAll(/[^\w.]+/g, '-')}-${line}.ts`);
  writeFileSync(path, `import { check } from '../src/check.ts'; ${imports}${instrument(code)}\nexport {};\n`);
  return path;
}

const paths: string[] = [];
for (const file of [...pages, ...sources]) {
  const snippets = (file.endsWith('.md') ? fromMarkdown : fromSource)(file, read(file));
  if (snippets.length === 0) continue;
  describe(file, () => {
    test.for(snippets)('the code at line $line does what it says', async (snippet) => {
      const path = write(snippet);
      paths.push(path);
      await import(/* @vite-ignore */ path);
    });
  });
}

// Seconds on an idle machine; a busy one is no failure.
test('every snippet compiles under strict TypeScript', { timeout: 300_000 }, () => {
  const config = ts.readConfigFile(resolve(import.meta.dirname, '../tsconfig.json'), ts.sys.readFile).config;
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, resolve(import.meta.dirname, '..'));
  const program = ts.createProgram(paths, parsed.options);
  const messages = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  expect(messages).toEqual([]);
});
