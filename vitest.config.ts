import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
    environment: 'node',
    globals: false,
    // Some properties try hundreds of texts; a busy machine needs longer than the default 5 s.
    testTimeout: 60_000,
  },
});
