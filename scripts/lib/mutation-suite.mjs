/** Stands for vitest where tests run in one process: gathers tests by name, with the expectations of vitest itself. */

import { format } from 'node:util';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

/** Where the tests of the file that is being evaluated are gathered. */
export const SUITE = Symbol.for('jiaokan:mutation-suite');

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export function emptySuite(file) {
  return { file, path: [], tests: [], seen: new Map() };
}

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);

export function test(name, run) {
  const suite = globalThis[SUITE];
  const title = `${suite.file}#${[...suite.path, name].join(' ')}`;
  // Rows of a table may have one name.
  const nth = (suite.seen.get(title) ?? 0) + 1;
  suite.seen.set(title, nth);
  const id = nth === 1 ? title : `${title} (${nth})`;
  suite.tests.push({ id, name: id, fileName: suite.file, run });
}

export function describe(name, gather) {
  const { path } = globalThis[SUITE];
  path.push(name);
  gather();
  path.pop();
}

test.each = (rows) => (name, run) => {
  for (const row of rows) {
    const cells = Array.isArray(row) ? row : [row];
    test(titled(name, cells), () => run(...cells));
  }
};
describe.each = (rows) => (name, gather) => {
  for (const row of rows) {
    const cells = Array.isArray(row) ? row : [row];
    describe(titled(name, cells), () => gather(...cells));
  }
};
test.skipIf = (skip) => (skip ? () => {} : test);
test.runIf = (runs) => (runs ? test : () => {});

export const it = test;

/** As many cells as the name has places for. */
function titled(name, cells) {
  const places = name.match(/%[sdifjo]/gu)?.length ?? 0;
  return format(name, ...cells.slice(0, places));
}
