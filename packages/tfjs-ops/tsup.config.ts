import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  splitting: true,
  target: 'es2022',
  dts: true,
  sourcemap: true,
  clean: true,
  silent: true,
});
