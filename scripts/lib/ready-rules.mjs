/**
 * Writes what can be read of rules/ once and for all: `node ready-rules.mjs FILE`, from a tree that is compiled. A start then compares a
 * digest instead of parsing some hundred files.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { readRuleFiles, rulesFolder } from '../../build/node/rules.js';
import { CardError } from '../../build/rules/card.js';
import { readyRules } from '../../build/rules/ready.js';

const [file] = argv.slice(2);
const folder = rulesFolder();
const ready = made(await readRuleFiles(folder, folder));
// A start in the middle of the writing finds the old file or the new one.
writeFileSync(`${file}.new`, JSON.stringify(ready));
renameSync(`${file}.new`, file);

/** Nothing is ready of rules that do not load: the command that is run next tells what is wrong with them. */
function made(files) {
  try {
    return readyRules(files);
  } catch (error) {
    if (!(error instanceof CardError)) throw error;
    return { format: 0, digest: '', files: {} };
  }
}
