// The packed tarballs as a stranger meets them: installed by npm into an empty folder, imported as ESM, required as
// CommonJS and compiled as TypeScript, by every Node on PATH. Needs the builds; uses no network.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'matgrad-consumer-'));

function run(cwd, command, ...args) {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
}

function write(files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

const esm = (names, from) => `import { ${names.replaceAll(': ', ' as ')} } from '${from}';`;
const cjs = (names, from) => `const { ${names} } = require('${from}');`;
const program = (load) => `
${load('inv, grad, logdet, toNested', '@matgrad/core')}
${load('registry', '@matgrad/core/registry')}
${load('inv: tfInv, logdet: tfLogdet', '@matgrad/tfjs-ops')}
${load('grad: tfGrad, tensor2d', '@tensorflow/tfjs-core')}
${load('', '@tensorflow/tfjs-backend-cpu')}
const show = (x: unknown) => console.log(JSON.stringify(x));
show(toNested(inv([[4, 0], [0, 16]])));
show(toNested(grad(logdet)([[4, 0], [0, 16]])));
show(registry.get('inv') === inv);
show(tfInv(tensor2d([[4, 0], [0, 16]])).arraySync());
show(tfGrad((A) => tfLogdet(A))(tensor2d([[4, 0], [0, 16]])).arraySync());
`;
// Powers of four: every answer is exact.
const answer = '[[0.25,0],[0,0.0625]]';
const expected = [answer, answer, 'true', answer, answer].join('\n');
const javascript = (load) => program(load).replace(': unknown', '');

try {
  for (const name of ['core', 'tfjs-ops']) {
    run(join(root, 'packages', name), 'pnpm', 'pack', '--pack-destination', folder);
  }
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  write({ 'package.json': '{ "private": true }' });
  const quiet = ['--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  run(folder, 'npm', 'install', ...quiet, ...tarballs.map((name) => `./${name}`));

  // The peers are the workspace's copies, so that nothing is downloaded.
  mkdirSync(join(folder, 'node_modules/@tensorflow'), { recursive: true });
  for (const peer of ['tfjs-core', 'tfjs-backend-cpu']) {
    const path = join('node_modules/@tensorflow', peer);
    symlinkSync(join(root, 'packages/tfjs-ops', path), join(folder, path));
  }

  write({
    'esm.mjs': javascript(esm),
    'cjs.cjs': javascript(cjs),
    'typed.mts': program(esm),
    'typed.cts': program(esm),
  });
  const nodes = process.env.PATH.split(delimiter)
    .map((directory) => join(directory, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((path) => existsSync(path));
  const byVersion = new Map(nodes.map((path) => [run(folder, path, '--version').trim(), path]));
  for (const [version, node] of byVersion) {
    for (const file of ['esm.mjs', 'cjs.cjs']) {
      const got = run(folder, node, file).trim();
      if (got !== expected) throw new Error(`${file} on Node ${version}: expected\n${expected}\ngot\n${got}`);
      console.log(`${file} runs on Node ${version}`);
    }
  }
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  for (const [module, resolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ]) {
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2022,dom'];
    const kind = ['--module', module, '--moduleResolution', resolution];
    const files = resolution === 'bundler' ? ['typed.mts'] : ['typed.mts', 'typed.cts'];
    run(folder, process.execPath, tsc, ...options, ...kind, ...files);
    console.log(`${files.join(' and ')} compile under moduleResolution ${resolution}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
