import { defineConfig } from 'vitest/config';

/** Measures on data that is not part of this project; started by scripts/field.mjs. */
// biome-ignore lint/style/noDefaultExport: the test runner asks for one.
export default defineConfig({
  test: { include: ['tests/field/run.field.ts'], testTimeout: 1_200_000, hookTimeout: 60_000 },
});
