import { defineConfig } from 'vitest/config';

/** The audit's page in a real browser; started by `npm run test:browser`. */
// biome-ignore lint/style/noDefaultExport: the test runner asks for one.
export default defineConfig({
  test: { include: ['tests/browser/*.browser.ts'], testTimeout: 240_000, hookTimeout: 240_000 },
});
