/** Reads the files of rules/ once / gives what was read, to be kept / promises: it stands for files of the same digest and no others. */
import type { ReadyFile, RuleFile } from './card.ts';
import { digestOf, lastTwo, loadRules } from './load.ts';
import { parseYaml } from './yaml.ts';

/** Raised when what is kept changes its shape: what an older version made is then not used. */
const FORMAT = 1;

/** Parsed and checked files of rules, by `<folder>/<name>`, with the digest of the files that they were read from. */
export interface ReadyRules {
  readonly format: number;
  readonly digest: string;
  readonly files: Readonly<Record<string, ReadyFile>>;
}

/**
 * Parses and checks the files, for `withReady` to spare that at every start: plain JSON.
 * @throws CardError for the first file that is wrong: only files that load are ever ready
 */
export function readyRules(files: readonly RuleFile[]): ReadyRules {
  const plain = files.map(({ path, text }) => ({ path, text }));
  const { digest } = loadRules(plain);
  const yaml = plain.filter(({ path }) => path.endsWith('.yaml'));
  return { format: FORMAT, digest, files: Object.fromEntries(yaml.map((file) => [lastTwo(file), readyFile(file)])) };
}

/** The files with what was read of them before. They stay as they are when one byte of one of them is another. */
export function withReady(files: readonly RuleFile[], ready: ReadyRules): readonly RuleFile[] {
  if (ready.format !== FORMAT || ready.digest !== digestOf(files)) return files;
  return files.map((file) => {
    const known = ready.files[lastTwo(file)];
    return known === undefined ? file : { ...file, ready: known };
  });
}

function readyFile(file: RuleFile): ReadyFile {
  const { value, lineOf } = parseYaml(file);
  const lines: Record<string, number> = {};
  const examples: unknown = Object(value).examples;
  for (const [index, example] of Array.isArray(examples) ? examples.entries() : []) {
    for (const verdict of Object.keys(Object(example))) {
      const path = ['examples', index, verdict];
      lines[path.join('/')] = lineOf(path);
    }
  }
  return { value, lines };
}
