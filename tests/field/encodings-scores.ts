/** Measures how the charset of real reports is told when nothing but their bytes is known. No file is read here. */
import { decode } from '../../src/source/decode.ts';
import { encoded } from '../model/arbitraries.ts';
import type { Score } from './pages-scores.ts';

const CHARSETS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
/** Lengths of text that a charset is told from, in characters. */
const LENGTHS = [40, 400] as const;

/** Stretches of each report, written in each charset without a mark: the charset is named and the text comes back. */
export function scoreCharsets(reports: readonly string[]): Score[] {
  const codes = big5Codes();
  return CHARSETS.flatMap((charset) =>
    LENGTHS.map((length) => {
      const right = reports.filter((report) => {
        // From the middle, where no title helps.
        const whole = report.slice(Math.floor(report.length / 2)).replaceAll('\n', '');
        const text = charset === 'big5' ? ofBig5(whole, codes).slice(0, length) : whole.slice(0, length);
        const read = decode(bytesOf(text, charset, codes));
        return read.charset === charset && read.layer.text === text;
      }).length;
      return { name: `charset of ${length} characters in ${charset}`, right, total: reports.length, wrong: [] };
    }),
  );
}

/** A sentence in GB 18030 put into a report in UTF-8: it is named where it stands, with what it says. */
export function scoreMixed(reports: readonly string[]): Score[] {
  const found = reports.filter((report) => {
    const at = report.indexOf('\n', Math.floor(report.length / 2)) + 1;
    const sentence = /[^\n。]{12,60}。/.exec(report.slice(at))?.[0] ?? '全市生产总值增长百分之五。';
    const bytes = Buffer.concat([
      Buffer.from(report.slice(0, at)),
      encoded(sentence, 'gb18030'),
      Buffer.from(`\n${report.slice(at)}`),
    ]);
    const signs = decode(bytes).signals.filter(({ sign }) => sign === 'mixed-charsets');
    return signs.some(
      ({ range, data }) => (range?.start ?? 0) >= at && String(data.reading).startsWith(sentence.slice(0, 8)),
    );
  });
  return [
    {
      name: 'a sentence in GB 18030 within UTF-8 is named and read',
      right: found.length,
      total: reports.length,
      wrong: [],
    },
  ];
}

type Codes = ReadonlyMap<string, readonly [number, number]>;

function bytesOf(text: string, charset: (typeof CHARSETS)[number], codes: Codes): Uint8Array {
  if (charset === 'big5') return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
  const bytes = encoded(text, charset);
  return charset.startsWith('utf-16') ? bytes.subarray(2) : bytes;
}

/** The characters that Big5 has: of a text in simplified characters about two in three. */
function ofBig5(text: string, codes: Codes): string {
  return [...text].filter((char) => char <= '\u007f' || codes.has(char)).join('');
}

function big5Codes(): Codes {
  const decoder = new TextDecoder('big5');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, [lead, trail]);
    }
  }
  return codes;
}
