import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { results as schema } from './results/schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'matgrad-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, ...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--conditions=@matgrad/source', fileURLToPath(new URL(script, import.meta.url)), ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );

// Seconds on an idle machine; a busy one is no failure.
describe('the command line', { timeout: 300_000 }, () => {
  test('two shards and their merge: tables, results, a report, and its name last', () => {
    for (const index of [1, 2]) {
      const shard = run(
        './cli.ts',
        '--quick',
        '--no-speed',
        '--shard',
        `${index}/2`,
        '--out',
        join(folder, `${index}`),
      );
      expect(shard.status, shard.stderr).toBe(0);
      expect(shard.stderr).toContain('accuracy: ');
    }
    const parts = ['1', '2'].map((part) => join(folder, part, 'results.json'));
    const merged = run('./cli.ts', 'merge', ...parts, '--out', folder);
    expect(merged.status, merged.stderr).toBe(0);
    expect(merged.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Report: .*index\.html$/);
    expect(merged.stdout).toContain('tfjs-ops@wasm');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('How many digits survive?');

    const whole = schema.parse(JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')));
    const sizes = parts.map((path) => schema.parse(JSON.parse(readFileSync(path, 'utf8'))).accuracy.length);
    expect(whole.accuracy.length).toBe((sizes[0] as number) + (sizes[1] as number));
    expect(new Set(whole.accuracy.map(({ backend }) => backend)).size).toBe(6);
  });

  test('a shard that makes no sense is refused', () => {
    const { status, stderr } = run('./cli.ts', '--shard', '3/2', '--out', folder);
    expect(status).not.toBe(0);
    expect(stderr).toContain('shard: expected i/n');
  });

  test.each(['core', 'tfjs-cpu', 'tfjs-wasm'])('conformance through %s', (backend) => {
    const cases = fileURLToPath(new URL('./conformance/cases.example.json', import.meta.url));
    const out = join(folder, `${backend}.json`);
    const { status, stdout, stderr } = run(
      './conformance.ts',
      '--cases',
      cases,
      '--out',
      out,
      '--backend',
      backend,
    );
    expect(status, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(existsSync(out)).toBe(true);
    const [inv, logdet] = JSON.parse(readFileSync(out, 'utf8'));
    expect(inv).toMatchObject({
      id: 'inv-2',
      value: [{ data: [1, -1, -1, 2] }],
      vjp: [{ data: [-1, 1, 1, -1] }],
    });
    expect(logdet.vjp[0].data).toEqual([0.25, 0, 0, 0.0625]);
    expect('jvp' in inv).toBe(backend === 'core');
  });
});
