/**
 * `npm run api [-- --check]`: what the two entry points export, with types, as one text (tests/project/api.txt). With --check it
 * is compared with the one that is committed: a changed line is a change that others see, to be made on purpose.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './lib/checkout.mjs';

const FILE = join(ROOT, 'tests', 'project', 'api.txt');
const entries = ['index.ts', 'node.ts'].map((name) => join(ROOT, 'src', name));
const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, ROOT);
const program = ts.createProgram(entries, options);
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });
const text = entries.map(reportOf).join('\n');

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write(
    'what the package exports is not what tests/project/api.txt says: npm run api, and look at the difference\n',
  );
  process.exitCode = 1;
}

function reportOf(file) {
  const source = program.getSourceFile(file);
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  const lines = symbols.map((symbol) => declarationOf(symbol)).sort();
  return `== ${file.slice(ROOT.length + 1).replaceAll('\\', '/')}\n${lines.join('\n')}\n`;
}

/** A function or value by its type, anything else as it is declared; one line. */
function declarationOf(symbol) {
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = real.declarations ?? [];
  if (real.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) {
    const type = checker.getTypeOfSymbolAtLocation(real, declaration);
    return `${symbol.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)}`;
  }
  if (real.flags & ts.SymbolFlags.Class) return `class ${symbol.name}`;
  const printed = printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile());
  return printed.replace(/\s+/g, ' ').replace(/^export /, '');
}
