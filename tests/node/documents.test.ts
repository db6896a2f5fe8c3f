import { describe, expect, test } from 'vitest';
import { wordText } from '../../src/node/formats/docx.ts';
import { inFormat } from '../../src/node/formats/docx-numbers.ts';
import { pdfText, UnreadPdf } from '../../src/node/formats/pdf.ts';
import { open, opened } from './open.ts';
import { docx, paragraph, pdf, zip } from './pack.ts';

const text = async (name: string, data: Uint8Array): Promise<string> => (await opened(name, data))[0]?.[1] ?? '';

/** The text of a document as the thread of strangers' documents gives it; it must be what the reader itself gives. */
async function wordsOf(data: Uint8Array): Promise<string> {
  const told = await text('a.docx', data);
  expect(wordText(data)).toBe(told);
  return told;
}

async function printOf(data: Uint8Array): Promise<string> {
  const told = await text('a.pdf', data);
  expect(await pdfText(new Uint8Array(data))).toBe(told);
  return told;
}

describe('Word documents', () => {
  test.each<[string, string, string]>([
    [
      'a paragraph a line',
      paragraph('一、2023年工作回顾') + paragraph('增长5.6%。'),
      '一、2023年工作回顾\n增长5.6%。\n',
    ],
    [
      'runs, tabs and breaks',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>',
      '甲\t乙\n丙\n',
    ],
    ['references', paragraph('R&amp;D &lt;2.1%&gt; &#x653F;'), 'R&D <2.1%> 政\n'],
    [
      'what was deleted or is a field code is gone',
      '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
      '新\n',
    ],
    [
      'a table',
      `<w:tbl><w:tr><w:tc>${paragraph('指标')}</w:tc><w:tc>${paragraph('增长')}${paragraph('（%）')}</w:tc></w:tr></w:tbl>${paragraph('完')}`,
      '指标\t增长 （%）\n完\n',
    ],
    [
      'a text box is told once',
      `<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:r><w:t>文</w:t></w:r></w:p>`,
      '框\n文\n',
    ],
    ['a sign of a font', '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:t>甲</w:t></w:r></w:p>', '\uf0b7甲\n'],
  ])('%s', async (_what, body, expected) => {
    expect(await wordsOf(docx(body))).toBe(expected);
  });

  test('headings that Word numbers have their labels', async () => {
    const level = (index: number, format: string, label: string): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%3')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const styles =
      '<w:styles><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style></w:styles>';
    const at = (index: number): string => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="5"/></w:numPr>`;
    const body = [
      paragraph('工作回顾', '<w:pStyle w:val="H1"/>'),
      paragraph('经济', at(1)),
      paragraph('民生', at(1)),
      paragraph('就业', at(2)),
      paragraph('工作安排', '<w:pStyle w:val="H1b"/>'),
      paragraph('项目', at(1)),
      paragraph('没有编号', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    expect((await wordsOf(docx(body, { numbering, styles }))).split('\n')).toEqual([
      '一、工作回顾',
      '（一）经济',
      '（二）民生',
      '一.1 就业',
      '二、工作安排',
      '（一）项目',
      '没有编号',
      '',
    ]);
  });

  test.each([
    [10, 'chineseCounting', '十'],
    [21, 'chineseCounting', '二十一'],
    [105, 'chineseCounting', '一百零五'],
    [110, 'chineseCounting', '一百一十'],
    [12, 'ideographDigital', '一二'],
    [3, 'decimalEnclosedCircle', '③'],
    [28, 'lowerLetter', 'bb'],
    [14, 'upperRoman', 'XIV'],
    [7, 'ordinal', '7'],
  ])('%i as %s is %s', (value, format, expected) => {
    expect(inFormat(value, format)).toBe(expected);
  });

  test('notes follow the body', async () => {
    const footnotes = `<w:footnotes><w:footnote w:id="1">${paragraph('“专精特新”：指……')}</w:footnote></w:footnotes>`;
    expect(await wordsOf(docx(paragraph('正文'), { footnotes }))).toBe('正文\n“专精特新”：指……\n');
  });

  test('a page saved under the name of a document is read as a page', async () => {
    expect(await opened('a.docx', Buffer.from('<html><p>甲</p></html>'))).toEqual([
      ['a.docx', '<html><p>甲</p></html>'],
    ]);
  });

  test('a document under the name of a page is read as a document', async () => {
    expect(await text('a.html', docx(paragraph('甲')))).toBe('甲\n');
  });
});

describe('PDF', () => {
  test('Chinese of a font without a table of its own; lines become paragraphs, also across pages', async () => {
    const full = '现在，我代表县人民政府向大会报告工作，请予审议，并';
    const bytes = pdf([
      [
        [180, 780, 18, '2024年政府工作报告'],
        [72, 740, 16, '各位代表：'],
        [104, 716, 16, `${full.slice(0, 24)}`],
        [290, 40, 10, '— 1 —'],
      ],
      [
        [72, 780, 16, '请各位委员提出意见。'],
        [104, 756, 16, '全县生产总值增长5.6%。'],
      ],
    ]);
    const { sources } = await open('a.pdf', bytes);
    expect(new TextDecoder().decode(sources[0]?.bytes)).toBe(
      `2024年政府工作报告\n各位代表：\n${full.slice(0, 24)}请各位委员提出意见。\n— 1 —\n\f全县生产总值增长5.6%。\n\f`,
    );
    expect(sources[0]?.meta.takenFrom).toMatchObject({ kind: 'pdf', bytes: bytes.length });
    expect(await pdfText(new Uint8Array(bytes))).toBe(new TextDecoder().decode(sources[0]?.bytes));
  });

  test('pages without a text layer stay empty pages', async () => {
    expect(await printOf(pdf([[], []]))).toBe('\f\f');
    expect(await printOf(pdf([[[72, 700, 16, '甲。']], [], [[72, 700, 16, '乙。']]]))).toBe('甲。\n\f\f乙。\n\f');
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['cut short', pdf([[[72, 700, 16, '甲']]]).subarray(0, 300), /^a PDF document that cannot be read/],
    ['nothing but its name', Buffer.from('%PDF-1.7\n'), /^a PDF document that cannot be read/],
    [
      'encrypted',
      pdf(
        [[[72, 700, 16, '甲']]],
        '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >> /ID [(a) (a)]',
      ),
      /^an encrypted PDF document/,
    ],
  ])('%s: one source with the reason', async (_what, bytes, why) => {
    const { sources } = await open('a.pdf', bytes);
    expect(sources).toHaveLength(1);
    expect(sources[0]?.bytes).toBe(bytes);
    expect(sources[0]?.meta.unread).toMatch(why);
    await expect(pdfText(new Uint8Array(bytes))).rejects.toThrow(UnreadPdf);
  });
});

describe('archives', () => {
  test('members of every type, names only names', async () => {
    const { sources, skipped } = await open(
      'a.zip',
      zip([
        { name: '../../报告.txt', data: '甲' },
        { name: '/root.md', data: '# 乙' },
        { name: 'b\\c.jsonl', data: '{"id":1,"text":"丙"}\n' },
        { name: 'd.docx', data: docx(paragraph('丁')) },
        { name: 'in.zip', data: zip([{ name: 'e.txt', data: '戊' }]) },
        { name: 'f.png', data: 'x' },
        { name: '__MACOSX/._d.docx', data: 'x' },
        { name: 'folder/', data: '' },
      ]),
    );
    expect(
      sources.map(({ meta, bytes }) => [meta.sourceId, meta.takenFrom?.kind, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['a.zip!/../../报告.txt', 'zip', '甲'],
      ['a.zip!//root.md', 'zip', '# 乙'],
      ['a.zip!/b/c.jsonl#1', 'zip/jsonl', '丙'],
      ['a.zip!/d.docx', 'zip/docx', '丁\n'],
      ['a.zip!/in.zip!/e.txt', 'zip/zip', '戊'],
    ]);
    expect(skipped).toEqual(['a.zip!/f.png']);
    expect(new Set(sources.map(({ meta }) => meta.takenFrom?.sha256)).size).toBe(1);
  });

  test('names that hold a NUL, a line end or a turn of direction are kept as they are: outputs escape them', async () => {
    const names = ['a\0.txt', 'b\n::error::.txt', '\u202etxt.c.txt'];
    expect(await opened('a.zip', zip(names.map((name) => ({ name, data: '甲' }))))).toEqual(
      names.map((name) => [`a.zip!/${name}`, '甲']),
    );
  });

  test('names of Chinese Windows', async () => {
    const name = Buffer.from('d5fec8a82e747874', 'hex');
    expect(await opened('a.zip', zip([{ name, data: '甲' }]))).toEqual([['a.zip!/政权.txt', '甲']]);
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ['a bomb', zip([{ name: 'x.txt', data: new Uint8Array(40_000_000) }]), 'a.zip', /unfolds to \d+ times its size/],
    [
      'a lie about the size',
      zip([{ name: 'x.txt', data: '甲'.repeat(99), lie: { size: 5 } }]),
      'a.zip!/x.txt',
      /damaged member/,
    ],
    ['another checksum', zip([{ name: 'x.txt', data: '甲', lie: { crc: 1 } }]), 'a.zip!/x.txt', /checksum/],
    ['encrypted', zip([{ name: 'x.txt', data: '甲', lie: { flags: 0x801 } }]), 'a.zip!/x.txt', /encrypted member/],
    ['another packing', zip([{ name: 'x.txt', data: '甲', lie: { method: 14 } }]), 'a.zip!/x.txt', /method 14/],
    ['cut short', zip([{ name: 'x.txt', data: '甲' }]).subarray(0, -10), 'a.zip', /directory is missing/],
    ['a spreadsheet', zip([{ name: 'xl/workbook.xml', data: '<x/>' }]), 'a.zip', /Excel/],
    ['pictures only', zip([{ name: 'x.png', data: 'x' }]), 'a.zip', /without a file of a type that is read/],
    ['nothing', zip([]), 'a.zip', /empty ZIP archive/],
    [
      'too deep',
      zip([{ name: 'a.zip', data: zip([{ name: 'b.zip', data: zip([{ name: 'x.txt', data: '甲' }]) }]) }]),
      'a.zip!/a.zip!/b.zip',
      /within an archive within/,
    ],
    ['a broken document', docx('').subarray(0, 60), 'a.zip', /directory is missing/],
  ])('%s: one source with the reason', async (_what, bytes, id, why) => {
    const { sources } = await open('a.zip', bytes);
    expect(sources.map(({ meta }) => meta.sourceId)).toEqual([id]);
    expect(sources[0]?.meta.unread).toMatch(why);
  });
});
