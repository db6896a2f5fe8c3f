#!/usr/bin/env -S node --min-semi-space-size=64 --max-semi-space-size=128 --no-regexp-tier-up
/**
 * Starts the command line. Reading makes many small objects that live for one report: with a young generation that holds
 * them all, a third of the time is saved. Every pattern is asked of every report: to interpret it the first time and to
 * compile it the second is the dearer way (V8 bears that flag from the start alone). In a checkout it first brings build/
 * up to date; the installed package has it ready. CommonJS, as the loader of ES modules takes as long as a report to be read.
 */
'use strict';
require('./patience.cjs');
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { loadQuickly } = require('./quick.cjs');

const root = dirname(__dirname);

async function prepare() {
  if (!existsSync(join(root, 'src'))) return true;
  const { buildIfNeeded, installIfNeeded, StepError } = await import('../scripts/lib/checkout.mjs');
  try {
    installIfNeeded({ quiet: true });
    buildIfNeeded({ quiet: true });
    return true;
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

/** The program in one file; as many, one a module, in a tree that was compiled and not put together. */
async function loaded([first = '']) {
  const command = /^[a-z]+$/u.test(first) ? first : 'other';
  const quick = loadQuickly(join(root, 'build', 'start', 'jiaokan.cjs'), command);
  return quick ?? { program: await import('../build/cli/main.js'), keep: () => {} };
}

async function start(args) {
  if (!(await prepare())) return 2;
  const { program, keep } = await loaded(args);
  const code = await program.main(args, program.processTerminal());
  // Of a command that could not do its work too little is known.
  if (code !== 2) keep();
  return code;
}

start(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
