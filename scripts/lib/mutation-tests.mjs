/**
 * Runs the tests of an area for Stryker in its own process, one after the other, until one fails: no worker and no file of
 * tests is started for a change. Only modules that hang on changed code are evaluated anew, and only where a change acts while
 * they are evaluated. Tests that call `describe`, `test`, `test.each`, `expect` of vitest run here as they do there.
 */

import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { globSync } from 'tinyglobby';
import { createViteServer } from 'vitest/node';
import { emptySuite, SUITE } from './mutation-suite.mjs';

/** What Stryker calls these tests. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: inProcess }];
inProcess.inject = ['options'];

function inProcess(options) {
  return new InProcess(options.inProcess);
}

/** Where the changed code looks for the change that is on, and counts what it goes through. */
function state() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

class InProcess {
  #settings;
  #server = null;
  #suite = null;

  /** @param settings globs of the tests, and of the code that is changed */
  constructor(settings) {
    this.#settings = settings;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const shim = new URL('./mutation-suite.mjs', import.meta.url).pathname;
    this.#server = await createViteServer({
      root: process.cwd(),
      configFile: false,
      logLevel: 'error',
      appType: 'custom',
      server: { middlewareMode: true, watch: null, ws: false, hmr: false },
      optimizeDeps: { noDiscovery: true, include: [] },
      resolve: { alias: [{ find: /^vitest$/u, replacement: shim }] },
    });
  }

  async dispose() {
    await this.#server?.close();
  }

  async dryRun() {
    const stryker = state();
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    await this.#load();
    const tests = [];
    for (const test of this.#suite) {
      stryker.currentTestId = test.id;
      tests.push(await outcome(test));
      stryker.currentTestId = undefined;
    }
    const took = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    // What is quick to tell comes first.
    this.#order = (a, b) => (took.get(a.id) ?? 0) - (took.get(b.id) ?? 0);
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  #order = () => 0;

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment }) {
    const stryker = state();
    stryker.hitLimit = hitLimit;
    stryker.hitCount = 0;
    stryker.currentTestId = undefined;
    stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    try {
      if (reloadEnvironment || this.#suite === null) await this.#load();
    } catch (error) {
      return ended(stryker, {
        status: 'killed',
        killedBy: ['evaluation'],
        failureMessage: String(error),
        nrOfTests: 0,
      });
    }
    stryker.activeMutant = activeMutant.id;
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    let nrOfTests = 0;
    for (const test of this.#suite.filter(({ id }) => wanted === null || wanted.has(id)).sort(this.#order)) {
      nrOfTests += 1;
      const { status, failureMessage } = await outcome(test);
      if (status === 'failed')
        return ended(stryker, { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests });
    }
    return ended(stryker, { status: 'survived', nrOfTests });
  }

  /** Evaluates the tests; what hangs on changed code, anew. */
  async #load() {
    const { runner } = this.#server.environments.ssr;
    const modules = runner.evaluatedModules;
    const { code, tests } = this.#settings;
    const files = globSync(tests).sort();
    const changed = globSync(code).map((file) => modules.getModulesByFile(join(process.cwd(), file)) ?? []);
    const stale = new Set();
    const add = (module) => {
      if (module === undefined || stale.has(module)) return;
      stale.add(module);
      for (const importer of module.importers) add(modules.getModuleById(importer));
    };
    for (const module of changed.flatMap((found) => [...found])) add(module);
    for (const file of files)
      for (const module of modules.getModulesByFile(join(process.cwd(), file)) ?? []) add(module);
    for (const module of stale) modules.invalidateModule(module);
    this.#suite = null;
    const suite = [];
    for (const file of files) {
      globalThis[SUITE] = emptySuite(file);
      await runner.import(`/${file}`);
      suite.push(...globalThis[SUITE].tests);
    }
    this.#suite = suite;
  }
}

/** A run that went through the change too often is one that would not end. */
function ended({ hitCount, hitLimit }, result) {
  return hitLimit !== undefined && hitCount > hitLimit ? { status: 'timeout', reason: `${hitCount} hits` } : result;
}

async function outcome({ id, name, run, fileName }) {
  const started = performance.now();
  const result = (status, more = {}) => ({
    id,
    name,
    fileName,
    status,
    timeSpentMs: Math.round(performance.now() - started),
    ...more,
  });
  try {
    await run();
    return result('success');
  } catch (error) {
    return result('failed', { failureMessage: error instanceof Error ? error.message : String(error) });
  }
}
