/** What all entry points export. */
export * from '../../src/diagnose.ts';
export * from '../../src/equations.ts';
export * from '../../src/index.ts';
export * from '../../src/latex.ts';
export * from '../../src/special.ts';
export * from '../../src/spectra.ts';
export * from '../../src/statistics.ts';
export * from '../../src/structured.ts';
export * from '../../src/tensor.ts';
