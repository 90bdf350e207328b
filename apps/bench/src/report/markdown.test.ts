import { expect, test } from 'vitest';
import { select, summarise } from '../results/summary.ts';
import { fixture } from './fixture.ts';
import { accuracyMarkdown } from './markdown.ts';

test('the Markdown table has a row for each backend and kind, whose counts add up', () => {
  const [caption, , head, rule, ...rows] = accuracyMarkdown(fixture).split('\n');
  const width = head?.split('|').length;
  expect(caption).toContain(`on ${fixture.matrices.length} matrices`);
  expect(rule?.split('|')).toHaveLength(width ?? 0);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    const [, name = '', kind = '', cases, ...counts] = cells;
    expect(cells).toHaveLength(width ?? 0);
    expect(counts.slice(0, 5).reduce((sum, count) => sum + Number(count), 0)).toBe(Number(cases));
    const backend = fixture.backends.find((b) => name.startsWith(b.name))?.name ?? '';
    expect(Number(cases)).toBe(summarise(select(fixture, backend, undefined, kind as 'value')).cases);
  }
});
