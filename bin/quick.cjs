/**
 * Loads the program from the one file that the build makes of it, with what V8 compiled of that file at an earlier start. What was kept is
 * used for the very bytes that it was made from alone: for another file, another Node or other flags, or when one byte of it is not as it
 * was written, the program is compiled as ever. Where nothing can be kept (a folder that is not ours to write) every start is a first one.
 */
'use strict';
const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const DIGEST_BYTES = 32;
const ENDING = '.compiled';

/**
 * @param file the program in one file: a function of what a CommonJS module is given, and of `import`
 * @param command what is run: of each command its own part of the program is kept
 * @returns what the program exports, and `keep`, to be called at the end; null when there is no such file
 */
function loadQuickly(file, command) {
  const bytes = bytesOf(file);
  if (bytes === null) return null;
  const place = placeOf(file, command);
  const digest = digestOf(bytes);
  const cachedData = place === null ? undefined : keptFor(digest, place);
  const script = new Script(bytes.toString(), { filename: file, cachedData });
  const made = { exports: {} };
  script.runInThisContext()(made.exports, createRequire(file), made, file, dirname(file), (name) => import(name));
  const isKept = place === null || (cachedData !== undefined && !script.cachedDataRejected);
  return { program: made.exports, keep: () => (isKept ? undefined : keep(place, digest, script.createCachedData())) };
}

/** Where what is compiled for this command, Node and flags lies; null when nothing shall be kept or coverage is measured. */
function placeOf(file, command) {
  const { NODE_DISABLE_COMPILE_CACHE: isOff, NODE_V8_COVERAGE: isMeasured, NODE_OPTIONS: options = '' } = process.env;
  if (isOff || isMeasured) return null;
  const flags = digestOf(JSON.stringify([process.execArgv, options])).toString('hex', 0, 4);
  return join(dirname(file), 'kept', `${command}-${process.version}-${process.arch}-${flags}${ENDING}`);
}

function keptFor(digest, place) {
  const all = bytesOf(place);
  if (all === null || all.length <= 2 * DIGEST_BYTES) return undefined;
  const data = all.subarray(2 * DIGEST_BYTES);
  const isOfThisFile = all.subarray(0, DIGEST_BYTES).equals(digest);
  return isOfThisFile && all.subarray(DIGEST_BYTES, 2 * DIGEST_BYTES).equals(digestOf(data)) ? data : undefined;
}

/** Written beside its place and renamed; what other versions of Node left is taken away. What cannot be written is not kept. */
function keep(place, digest, data) {
  const folder = dirname(place);
  const beside = `${place}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, Buffer.concat([digest, digestOf(data), data]));
    renameSync(beside, place);
    for (const name of readdirSync(folder)) {
      if (name.endsWith(ENDING) && !name.includes(`-${process.version}-`)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    discard(beside);
  }
}

function discard(file) {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing was written: its folder cannot be one.
  }
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function digestOf(bytes) {
  return createHash('sha256').update(bytes).digest();
}

module.exports = { loadQuickly };
