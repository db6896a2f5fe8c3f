/** Makes a fresh clone ready for `npm test`: installs and builds when needed. */
import { buildIfNeeded, installIfNeeded, StepError } from './lib/checkout.mjs';

try {
  installIfNeeded();
  buildIfNeeded();
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
