import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', testing: 'src/testing/index.ts', registry: 'src/registry.ts' },
  format: ['esm', 'cjs'],
  splitting: true,
  target: 'es2022',
  dts: true,
  sourcemap: true,
  clean: true,
  silent: true,
});
