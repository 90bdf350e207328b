import { defineConfig } from 'tsup';
import { perFile } from '../../tsup.base.ts';

export default defineConfig(
  perFile({
    index: 'src/index.ts',
    diagnose: 'src/diagnose.ts',
    equations: 'src/equations.ts',
    kernel: 'src/kernel.ts',
    latex: 'src/latex.ts',
    spectra: 'src/spectra.ts',
    special: 'src/special.ts',
    statistics: 'src/statistics.ts',
    simd: 'src/simd.ts',
    structured: 'src/structured.ts',
    tensor: 'src/tensor.ts',
    registry: 'src/registry.ts',
    'table/index': 'src/table/index.ts',
    'testing/index': 'src/testing/index.ts',
  }),
);
