/**
 * Puts the compiled command line into one file: `node bundle.mjs FILE`, from a tree that is compiled. Some hundred small files take
 * longer to be found, read and compiled one by one than five reports take to be read. Beside it are laid the licences of what is in it.
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { argv } from 'node:process';
import { rolldown } from 'rolldown';
import { ROOT } from './checkout.mjs';

/** Packages that stay what they are: those that a person may have or not, those that read files of their own folder, and Ajv, which is rarely asked for. */
const APART = /^(?:apache-arrow|parquetjs-lite|pdfjs-dist|ajv|ajv-formats|@bokuweb\/zstd-wasm)(?:\/|$)/u;
/** These are asked for with `import()`, once they are needed. */
const OPTIONAL = /^(?:apache-arrow|parquetjs-lite|pdfjs-dist)(?:\/|$)/u;
const OPTIONAL_IMPORT = /\bimport\((?='(?:apache-arrow|parquetjs-lite|pdfjs-dist)[/'])/gu;
/** What is loaded when it is first used, and not when the program starts. */
const LATE = '\0late:';
const BUILD = join(ROOT, 'build');

const [file] = argv.slice(2);
const bundle = await rolldown({
  input: join(BUILD, 'cli', 'main.js'),
  platform: 'node',
  external: OPTIONAL,
  plugins: [
    { name: 'places', transform: placed },
    { name: 'late', resolveId: late, load: loaded },
  ],
});
const { output } = await bundle.generate({ format: 'cjs', codeSplitting: false, comments: false });
const [{ code, modules }] = output;
if (/\bimport\(/u.test(code))
  throw new Error('the program asks for a module with import(): name it in OPTIONAL, or it is not found');
writeWhole(file, `(function (exports, require, module, __filename, __dirname, __import) {${code}\n})\n`);
writeWhole(join(dirname(file), 'LICENSES.txt'), licences(Object.keys(modules)));

/** A module finds what lies beside it (rules/, threads, what the build has read) from its own place, wherever its code stands now. */
function placed(code, id) {
  if (!id.startsWith(BUILD + sep)) return null;
  const place = JSON.stringify(`/${relative(dirname(file), id).split(sep).join('/')}`);
  const here = `require('node:url').pathToFileURL(__dirname + ${place}).href`;
  const moved = code
    .replaceAll('import.meta.url', here)
    .replaceAll("load('yaml')", "require('yaml')")
    // A script of its own has no import(): it is given that of the file that starts it.
    .replaceAll(OPTIONAL_IMPORT, '__import(');
  return moved === code ? null : { code: moved };
}

/** Parts of Node, and packages that stay apart, are loaded by the first module that is run and asks for them. */
function late(id, importer) {
  if (importer?.startsWith(LATE)) return { id, external: true };
  if (!id.startsWith('node:') && (!APART.test(id) || OPTIONAL.test(id))) return null;
  // Commander starts programs of a person's own with it, which ours does not have; to load it takes 15 ms.
  const never = id === 'node:child_process' && importer?.includes(join('node_modules', 'commander'));
  return `${LATE}${never ? 'never:' : ''}${id}`;
}

function loaded(id) {
  if (!id.startsWith(LATE)) return null;
  const name = id.slice(LATE.length);
  if (!name.startsWith('never:')) return `module.exports = require('${name}');`;
  return `module.exports = { get spawn() { return require('${name.slice('never:'.length)}').spawn; } };`;
}

/** The licences of the packages whose code is in the file: they ask to go with every copy. */
function licences(ids) {
  const folders = new Set(ids.flatMap((id) => /^.*node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/u.exec(id)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const found = readdirSync(folder).find((one) => /^licen[cs]e/iu.test(one));
    return `${name} ${version} (${license})\n\n${found === undefined ? '' : readFileSync(join(folder, found), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** A start in the middle of the writing finds the old file or the new one. */
function writeWhole(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
