/** `npm run build`: compiles src/ into build/ and reads rules/ into build/rules.json. */
import { build, StepError } from './lib/checkout.mjs';

try {
  build();
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
