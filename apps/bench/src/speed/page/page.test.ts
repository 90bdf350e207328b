import { expect, test } from 'vitest';
import { speedFixture } from '../fixture.ts';
import { renderSpeed } from './render.ts';

const page = renderSpeed(speedFixture);

test('is a pure function of the results', () =>
  expect(renderSpeed(structuredClone(speedFixture))).toBe(page));

test('needs nothing from anywhere', () => {
  expect(page).not.toMatch(
    /<script|<link(?! rel="icon" href="data:,")|@import|url\(|https?:\/\/(?!www\.w3\.org)/,
  );
});

test('draws each operation once, and shows ratios, targets and what was left out', () => {
  for (const title of ['matrix product', 'inverse', 'log det A'])
    expect(page.split(`Time of ${title} against`)).toHaveLength(2);
  for (const text of [
    '×3 numeric',
    '84 %',
    'Gates: 5 of 6',
    'too slow: about 3 s',
    'A &lt;fast&gt; CPU &amp; more',
  ])
    expect(page).toContain(text);
  expect(page).toContain('PyTorch was not measured here');
});

test('renders an empty result', () => {
  const empty = { ...speedFixture, contenders: [], timings: [], ceilings: [], left: [], twice: [] };
  expect(renderSpeed(empty)).toContain('every library completed');
});
