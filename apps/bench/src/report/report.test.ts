import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixture } from './fixture.ts';
import { digitsText, duration, long, short, unitText } from './format.ts';
import { html, raw } from './html.ts';
import { render } from './render.ts';

describe('numbers', () => {
  test('short', () => {
    expect([0, 1, 0.1234567, -5.371e-18, 1.5e7, Infinity, '-Infinity', 'NaN'].map(short)).toEqual([
      '0',
      '1',
      '0.123',
      '−5.37e−18',
      '1.50e7',
      '∞',
      '−∞',
      'NaN',
    ]);
  });

  test('long', () => {
    expect([0, -4503599627370496, 0.30908203125, 1e-300].map(long)).toEqual([
      '0',
      '−4.5036e15',
      '0.309082031',
      '1e−300',
    ]);
  });

  test('digits, durations, units', () => {
    expect([0.04, 14.44, 140.2, Infinity].map(digitsText)).toEqual(['0.0', '14.4', '140', '∞']);
    expect([3e-7, 1.234e-5, 0.02, 2].map(duration)).toEqual(['300 ns', '12.3 µs', '20 ms', '2 s']);
    expect([unitText(2 ** -53), unitText(2 ** -24)]).toEqual(['2⁻⁵³', '2⁻²⁴']);
  });
});

test('html escapes all that is not markup', () => {
  expect(html`<p title="${'"<&>"'}">${['a<b', raw('<i>c</i>'), null, 3]}</p>`.markup).toBe(
    '<p title="&quot;&lt;&amp;&gt;&quot;">a&lt;b<i>c</i>3</p>',
  );
});

describe('the page', () => {
  const page = render(fixture);

  test('is a pure function of the results', () => expect(render(structuredClone(fixture))).toBe(page));

  test('needs nothing from anywhere', () => {
    expect(page).not.toMatch(
      /<script|<link(?! rel="icon" href="data:,")|@import|url\(|https?:\/\/(?!www\.w3\.org)/,
    );
  });

  test('leaves the speed part out when there is none', () => {
    expect(page).toContain('id="speed"');
    expect(render({ ...fixture, speed: [] })).not.toContain('id="speed"');
  });

  test('tells what no data determine from what is another number', () => {
    const parts = page.split('<h3>').map((part) => part.split('</h3>'));
    const under = (title: string) => parts.find(([head]) => head === title)?.[1] ?? '';
    expect(under('Answers that the data do not determine')).toContain('vague-2');
    expect(under('Answers that the data do not determine')).toContain('>refused<');
    expect(under('Another number')).toContain('fine-2');
    expect(under('Another number')).not.toContain('vague-2');
    expect(under('Answers where there is none')).toContain('singular-2');
  });

  test('renders an empty result', () => {
    expect(render({ ...fixture, accuracy: [], speed: [], matrices: [], identities: [] })).toContain(
      'None, from any library',
    );
  });
});

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);
if (!executablePath) {
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error('REQUIRE_BROWSER=1, but no Chromium was found');
  console.warn(
    'No Chromium found: the browser tests of the report are left out. CHROMIUM_PATH can point at one.',
  );
}

describe.skipIf(!executablePath)('the page in Chromium', { timeout: 30_000 }, () => {
  let browser: Browser;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matgrad-report-'));
    const path = join(folder, 'index.html');
    await writeFile(path, render(fixture));
    url = pathToFileURL(path).href;
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    browser = await chromium.launch({ executablePath: executablePath as string, args });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(
    width: number,
    colorScheme: 'light' | 'dark',
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return { page, complaints };
  }

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ] as const)(
    'at %d px, %s: nothing on the console, nothing fetched, nothing wider than the window',
    async (width, scheme) => {
      const { page, complaints } = await open(width, scheme);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(complaints).toEqual([]);
      expect(widest).toBeLessThanOrEqual(width);
      await page.close();
    },
  );

  test('shows the numbers that matter', async () => {
    const { page } = await open(1280, 'light');
    const shown = await page.textContent('main');
    for (const text of [
      '−4.50e15',
      '0.75',
      'exact 0.25',
      'refused',
      'The machine was busy',
      'Node 24.0.0',
      'A <fast> CPU & more',
      '2⁻⁵³',
    ])
      expect(shown).toContain(text);
    expect(await page.locator('#digits td.wrong').count()).toBe(2);
    expect(await page.locator('#digits td.bad').count()).toBe(2);
    expect(await page.locator('#digits td.warn').textContent()).toContain('3.0');
    await page.close();
  });

  test('draws every chart with its points and their titles', async () => {
    const { page } = await open(1280, 'light');
    expect(await page.locator('#conditioning svg[role=img]').count()).toBe(2);
    expect(await page.locator('#speed svg[role=img]').count()).toBe(1);
    expect(
      await page.locator('#speed svg circle, #speed svg path[transform]').count(),
    ).toBeGreaterThanOrEqual(6);
    const titles = await page.locator('#conditioning svg title').allTextContents();
    expect(titles.some((title) => title.includes('det of fine-2'))).toBe(true);
    const box = await page.locator('#conditioning svg').first().boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    await page.close();
  });

  test('is dark where the reader wants it dark', async () => {
    const ground = async (scheme: 'light' | 'dark') => {
      const { page } = await open(800, scheme);
      const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.close();
      return color;
    };
    expect(await ground('light')).toBe('rgb(253, 253, 251)');
    expect(await ground('dark')).toBe('rgb(20, 22, 26)');
  });
});
