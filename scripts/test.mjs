// `npm test`: set up, run every check, and end with the line "N passed, N failed".
// Counted are the vitest tests of all packages, plus one failure for each other check (lint, types, sizes, ...) that fails.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, setup } from './setup.mjs';

const CHECKS = ['//#lint', 'typecheck', 'test', 'size', 'pack:check', '//#consume'];
const runs = join(root, '.turbo/runs');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

let passed = 0;
let failed = 0;
const report = (name, verdict) => console.log(`${name.padEnd(28)} ${verdict}`);
const fail = (name) => {
  failed += 1;
  report(name, 'failed');
};

/** Add what vitest counted in a package; whether a failure is among it. */
function countTests(task) {
  const path = join(root, task.directory, 'test-results.json');
  const results = existsSync(path) ? json(path) : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  // A file that cannot be loaded fails without having a test.
  const broken = results.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failures = results.numFailedTests + broken.length;
  const skipped = (results.numPendingTests ?? 0) + (results.numTodoTests ?? 0);
  passed += results.numPassedTests;
  failed += failures;
  const counts = `${results.numPassedTests} passed, ${failures} failed`;
  report(task.taskId, skipped > 0 ? `${counts}, ${skipped} left out` : counts);
  return failures > 0;
}

async function check() {
  if ((await setup()) !== 0) return fail('install');
  // What an earlier run left must not be counted; turbo brings back the results of tests that it need not repeat.
  rmSync(runs, { recursive: true, force: true });
  for (const parent of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, parent))) {
      rmSync(join(root, parent, name, 'test-results.json'), { force: true });
    }
  }
  const options = ['--continue=dependencies-successful', '--summarize', '--output-logs=new-only'];
  const code = await run('turbo', ['run', ...CHECKS, ...options]);
  const summary = existsSync(runs) ? readdirSync(runs).find((name) => name.endsWith('.json')) : undefined;
  if (summary === undefined) return fail('turbo');

  console.log();
  for (const task of json(join(runs, summary)).tasks) {
    const bad = task.execution !== undefined && task.execution.exitCode !== 0;
    const counted = task.task === 'test' && countTests(task);
    if (bad && !counted) fail(task.taskId);
  }
  if (code !== 0 && failed === 0) fail('turbo');
}

await check();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
