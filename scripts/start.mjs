/** `npm start`: from a fresh clone to the dataset and the audit of the corpus. */
import '../bin/patience.cjs';
import { join, relative } from 'node:path';
import { buildIfNeeded, installIfNeeded, ROOT, StepError } from './lib/checkout.mjs';

/** Exit code of a command that found something; the work itself was done. */
const FOUND = 1;

async function start() {
  installIfNeeded();
  buildIfNeeded();
  const { main, processTerminal } = await import('../build/cli/main.js');
  const terminal = processTerminal();
  const corpus = join(ROOT, 'corpus');
  const built = await main(['build', '--corpus', corpus, '--out', join(ROOT, 'dist-data')], terminal);
  if (built !== 0) return built;
  const audited = await main(['audit', corpus, '--out', join(ROOT, 'reports')], terminal);
  if (audited > FOUND) return audited;
  const here = (name) => relative(process.cwd(), join(ROOT, name)) || name;
  process.stdout.write(
    `\nThe dataset lies in ${here('dist-data')}/ and the audit in ${here('reports')}/.\n` +
      'To audit a folder of your own: npm run -s jiaokan -- audit PATH\n',
  );
  return 0;
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
