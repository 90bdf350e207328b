import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accuracyFile, committedAccuracy } from './accuracy.ts';
import { entries, errorClasses } from './entries.ts';
import { files, folder, root } from './files.ts';
import { works } from './page.ts';

const mend = 'run `npm run docs` and commit what it wrote';
const committed = (path: string) => {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return 'no such file';
  }
};

test.each([...files()])('%s is what the code says', (path, text) => {
  expect(committed(path), `${path} is stale: ${mend}`).toBe(text);
});

test('there is no page of an operation that is gone', () => {
  const wanted = [...files().keys()].flatMap((path) =>
    path.startsWith(folder) ? [path.slice(folder.length)] : [],
  );
  expect(readdirSync(new URL(folder, root)).sort(), `${folder}: ${mend}`).toEqual(wanted.sort());
});

describe.each(entries.map((entry) => [entry.name, entry] as const))(
  'the docstring of %s',
  (_, { doc, spec }) => {
    test('says what a rule costs and where it is from', () => {
      expect(doc.flops !== undefined && doc.source !== undefined).toBe(spec !== undefined);
    });

    test('has a sentence, every argument, what it returns, what it throws and an example', () => {
      expect(doc.summary).toMatch(/^[A-Z0-9a-z].*\.$/);
      expect(doc.params.every(({ text }) => text !== '')).toBe(true);
      expect(doc.params.length).toBeGreaterThanOrEqual(spec?.signature.inputs.length ?? 1);
      expect(doc.returns).toBeTruthy();
      expect(doc.examples.join()).toContain('//=>');
    });

    test('names the error of every failure that the record declares', () => {
      const named = doc.throws.map(({ error }) => error);
      expect(named).toContain('NonFiniteError');
      for (const { throws } of spec?.fails ?? []) expect(named).toContain(errorClasses.get(throws));
    });
  },
);

describe('accuracy figures', () => {
  const figures = committedAccuracy(root);

  test('are there for every operation with a rule, and for nothing else', () => {
    const wanted = entries.flatMap(({ name, spec }) => (spec ? [name] : []));
    expect([...figures.keys()], `${accuracyFile}: ${mend}`).toEqual(wanted);
  });

  // Digits vary from machine to machine: not these bounds.
  test.each([...figures])('of %s are those of a right rule', (name, { inputs, equation, jvp, adjoint }) => {
    const spec = entries.find((entry) => entry.name === name)?.spec;
    expect(inputs).toBeGreaterThan(0);
    expect(equation === undefined).toBe(spec?.equation === undefined);
    expect(equation ?? 0).toBeLessThan(1000);
    expect(adjoint).toBeLessThan(10000);
    expect(jvp).toBeLessThan(1e-6);
  });
});

test('every work that a rule is taken from is in docs/references.md', () => {
  const listed = committed('docs/references.md');
  const cited = entries.flatMap(({ doc }) => doc.source?.match(works) ?? []);
  expect(cited.length).toBeGreaterThan(0);
  for (const work of cited) expect(listed).toContain(`**${work}**`);
  const once = [...listed.matchAll(/^\* \*\*([^*]+)\*\*/gm)].map(([, work]) => work);
  expect(once).toEqual([...new Set(once)]);
});

test('every work that a comment cites is in docs/references.md', () => {
  const listed = committed('docs/references.md');
  const cited =
    /\p{Lu}[\p{L}-]+(?:(?:, \p{Lu}[\p{L}-]+)*(?: and| &) \p{Lu}[\p{L}-]+| et al\.)? (?:19|20)\d{2}[ab]?(?![-\d])/gu;
  const folders = ['packages/core/src', 'packages/tfjs-ops/src', 'apps/bench/src'];
  const sources = folders.flatMap((name) =>
    readdirSync(new URL(name, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${name}/${path}`),
  );
  expect(sources.length).toBeGreaterThan(500);
  for (const path of sources) {
    for (const [text] of committed(path).matchAll(cited)) {
      // Of "van der Sluis 1969" the last part is found, with which the entry ends.
      const work = text.replace(' and ', ' & ').replaceAll('.', '\\.');
      expect(listed, path).toMatch(new RegExp(`\\*\\*(?:[^*]* )?${work}\\*\\*`));
    }
  }
});

test('formulas keep to what GitHub renders', () => {
  const math = /\$`([^`]+)`\$|```math\n([\s\S]*?)\n```/g;
  for (const [path, text] of files()) {
    for (const [, inline = '', display = ''] of text.matchAll(math)) {
      const tex = inline + display;
      expect(tex, path).not.toMatch(/\\(operatorname|mbox|phantom|newcommand|def)\b/);
      expect(tex.split('{').length, `${path}: ${tex}`).toBe(tex.split('}').length);
    }
  }
});
