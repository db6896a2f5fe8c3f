/**
 * A disk of few bytes. What is written beyond them is cut and fails as on a full disk, in this thread and in those it starts.
 * A test imports it and says how much is free; a process is started with `--import` of it and FREE_BYTES.
 */
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

const FREE = 'bytes left on the disk';
const ROOMY = 2 ** 31 - 1;
if (isMainThread) {
  const left = new Int32Array(new SharedArrayBuffer(4));
  left[0] = Number(process.env.FREE_BYTES ?? ROOMY);
  setEnvironmentData(FREE, left);
}
const free = getEnvironmentData(FREE);

/** From now on so many bytes are free; without a number, enough for anything. */
export function leave(bytes = ROOMY) {
  Atomics.store(free, 0, bytes);
}

/** Bytes that were written since there was enough for anything. */
export function written() {
  return ROOMY - Atomics.load(free, 0);
}

/** How many of so many bytes still fit; they are taken. */
function fitting(bytes) {
  const before = Atomics.sub(free, 0, bytes);
  if (before >= bytes) return bytes;
  Atomics.store(free, 0, 0);
  return Math.max(0, before);
}

function full(call) {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${call}`), { code: 'ENOSPC', syscall: call });
}

const { write, writev, writeSync } = fs;
fs.write = (handle, buffer, offset, length, position, done) => {
  const fits = fitting(length);
  write(handle, buffer, offset, fits, position, (error, count) => {
    done(error ?? (fits < length ? full('write') : null), count, buffer);
  });
};
fs.writev = (handle, buffers, position, done) => {
  const length = buffers.reduce((sum, one) => sum + one.byteLength, 0);
  if (fitting(length) === length) writev(handle, buffers, position, done);
  else done(full('writev'), 0, buffers);
};
fs.writeSync = (handle, buffer, ...rest) => {
  const bytes = typeof buffer === 'string' ? Buffer.from(buffer) : buffer;
  const length = typeof rest[1] === 'number' ? rest[1] : bytes.byteLength;
  if (handle > 2 && fitting(length) < length) throw full('write');
  return writeSync(handle, buffer, ...rest);
};

const { writeFile, open } = promises;
promises.writeFile = async (file, content, ...rest) => {
  const bytes = Buffer.from(content);
  const fits = fitting(bytes.length);
  await writeFile(file, bytes.subarray(0, fits), ...rest);
  if (fits < bytes.length) throw full('write');
};
promises.open = async (...args) => {
  const handle = await open(...args);
  const own = handle.writeFile.bind(handle);
  handle.writeFile = async (content) => {
    const bytes = Buffer.from(content);
    if (fitting(bytes.length) < bytes.length) throw full('write');
    await own(bytes);
  };
  return handle;
};
syncBuiltinESMExports();

if (isMainThread && process.env.WRITTEN_TO) {
  process.on('exit', () => fs.writeFileSync(process.env.WRITTEN_TO, String(written())));
}
