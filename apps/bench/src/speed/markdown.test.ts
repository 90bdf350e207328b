import { expect, test } from 'vitest';
import { replaceBlock } from '../report/block.ts';
import { speedFixture } from './fixture.ts';
import { gatesMarkdown, gradientsMarkdown, kernelsMarkdown, machineMarkdown } from './markdown.ts';

test('the tables of docs/speed.md', () => {
  const kernels = kernelsMarkdown(speedFixture);
  expect(kernels).toContain('### Matrix product');
  expect(kernels).toContain('| 256 | 4 ms | 84 % | ×4 | ×3 numeric | ×0.1 | 2 ms | 84 % | ×0.2 |');
  expect(gradientsMarkdown(speedFixture)).toContain('Not measured on this machine');
  expect(gatesMarkdown(speedFixture)).toContain('Gates: 5 of 6 reached');
  expect(gatesMarkdown(speedFixture)).toContain('| inverse | 10000 × 4 | core | ml-matrix | 60 | 50 ✗ |');
  expect(machineMarkdown(speedFixture)).toContain('the machine was busy');
  for (const text of [kernels, gatesMarkdown(speedFixture)])
    for (const row of text.split('\n')) expect(row).toMatch(/^(\||###|$|With)/);
});

test('a block is replaced, and a missing one is an error', () => {
  const page = 'a\n<!-- x: how -->\nold\n<!-- /x -->\nb';
  expect(replaceBlock(page, 'x', 'new $1')).toBe('a\n<!-- x: how -->\n\nnew $1\n\n<!-- /x -->\nb');
  expect(() => replaceBlock(page, 'y', '')).toThrow('no block of the name y');
});
