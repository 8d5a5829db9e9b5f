import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
    environment: 'node',
    globals: false,
    // Many tests wait for a command of ours: one worker a core, not one less.
    maxWorkers: '100%',
    // Some properties try hundreds of texts, some tests build a site: a busy machine needs longer than the default 5 s.
    testTimeout: 180_000,
  },
});
