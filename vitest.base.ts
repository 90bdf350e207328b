import type { ViteUserConfig } from 'vitest/config';

const conditions = ['@matgrad/source', 'node', 'import', 'module', 'default'];

/** What every package's tests share: siblings resolve to their sources, and the counts go to test-results.json. */
export const base = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['**/*.test.ts'],
    // Large factorisations take seconds where many things run at once.
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
} satisfies ViteUserConfig;
