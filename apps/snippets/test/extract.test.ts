import { expect, test } from 'vitest';
import { fromMarkdown, fromSource } from '../src/extract.ts';
import { missingImports } from '../src/imports.ts';

const page = ['# T', '```ts', "import { f } from 'm';", 'f(1)', '```', 'x', '```sh', 'npm test', '```']
  .concat(['```js', 'f(2)', '```', '```ts no-run', 'f(3)', '```'])
  .join('\n');

test('a Markdown block without imports continues the one before; others and no-run blocks are left out', () => {
  const first = "import { f } from 'm';\nf(1)";
  expect(fromMarkdown('a.md', page)).toEqual([
    { file: 'a.md', line: 3, code: first },
    { file: 'a.md', line: 11, code: `${first}\nf(2)` },
  ]);
  expect(() => fromMarkdown('a.md', '```ts\nf(1)')).toThrow('a.md:1: the code block has no end');
});

test('examples are found with and without a fence, also on members', () => {
  const source = `
/**
 * Inverse.
 * @example
 * inv([[2]])
 *   //=> [[0.5]]
 * @throws {Error} never
 */
export const inv = 1;
export interface I {
  /**
   * @example
   * \`\`\`ts
   * det([[2]]) //=> 2
   * \`\`\`
   */
  det: number;
}
`;
  expect(fromSource('a.ts', source)).toEqual([
    { file: 'a.ts', line: 4, code: 'inv([[2]])\n  //=> [[0.5]]' },
    { file: 'a.ts', line: 12, code: 'det([[2]]) //=> 2' },
  ]);
});

test('only names that are used, exported and not declared are imported', () => {
  const modules = new Map([
    ['m', ['inv', 'det', 'solve', 'key']],
    ['n', ['inv', 'check']],
  ]);
  const code = 'const solve = 1; inv(A.det); check({ key: solve })';
  expect(missingImports(code, modules)).toBe("import { inv } from 'm'; import { check } from 'n'; ");
});
