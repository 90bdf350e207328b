import type { Options } from 'tsup';

/**
 * One file out for each file in, so that a bundler takes what an import needs and no more. (In one bundle, the registry's
 * list of all identities would keep every one of them alive.) Declarations are bundled, one file for each entry point.
 */
export const perFile = (entries: Record<string, string>): Options => ({
  entry: ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/fixtures.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  bundle: false,
  dts: { entry: entries },
  clean: true,
  silent: true,
  esbuildOptions(options) {
    options.charset = 'utf8';
  },
  plugins: [
    {
      name: 'extensions',
      renderChunk(code) {
        const extension = this.format === 'esm' ? 'js' : 'cjs';
        return { code: code.replaceAll(/(from |import |require\()"(\.[^"]*)\.ts"/g, `$1"$2.${extension}"`) };
      },
    },
  ],
});
