// Imports in core go one way: a layer sees those before it, and the nouns (array, errors, algebra, signature) see none.
const layers = ['kernel', 'factor', 'out', 'interpret', 'define', 'identity', 'autodiff', 'testing'];
const folder = (...names) => `^packages/core/src/(${names.join('|')})/`;
const file = (...names) => `^packages/core/src/(${names.join('|')})[.]ts$`;
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid(
      'nouns-know-no-layer',
      { path: file('array', 'errors', 'algebra', 'signature') },
      { path: folder(...layers) },
    ),
    ...layers.slice(0, -1).map((layer, i) => {
      const higher = `${folder(...layers.slice(i + 1))}|${file('index', 'registry')}`;
      return forbid(
        `${layer}-knows-no-higher-layer`,
        { path: folder(layer), pathNot: '[.]test[.]ts$' },
        { path: higher },
      );
    }),
    // Whoever bundles one function must not pay for the list of all of them.
    forbid(
      'index-without-registry',
      { path: file('index') },
      { path: `${folder('testing')}|${file('registry')}`, reachable: true },
    ),
    forbid(
      'siblings-by-name',
      { path: '^(packages|apps)/([^/]+)/' },
      { path: '^(packages|apps)/[^/]+/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|report|[.]generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
