/** What the work is counted of: the reading of one source with the rules that are published. */
import { rulesWith } from '../../build/node/rules.js';
import { readSource } from '../../build/source/read.js';
import { ROOT } from '../lib/checkout.mjs';

/** Gives a function that reads a source of this name. */
export async function open() {
  const rules = await rulesWith(null, ROOT);
  return (name, bytes) => readSource(bytes, metaOf(name), rules);
}

/** A source of which nothing is known but its name. */
export function metaOf(name) {
  return { sourceId: name, path: name, title: null, publisher: null, url: null, collectedOn: null };
}
