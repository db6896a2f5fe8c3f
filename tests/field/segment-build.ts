/** Makes compilations out of single reports, in many styles, with what is true of them known by construction. No file is read here. */
/** One report as a compilation takes it up. */
export interface Piece {
  readonly province: string;
  readonly city: string;
  readonly year: number;
  /** Meeting line or lines, and the speaker, as the report has them. */
  readonly meeting: readonly string[];
  /** 各位代表：, the opening formula, and the rest, one line each. */
  readonly salutation: readonly string[];
  readonly body: readonly string[];
}

export const CONTENTS = ['none', 'dots', 'tab', 'list', 'page-first', 'links', 'table'] as const;
export const TITLES = ['plain', 'place-year', 'spaced', 'markdown', 'no-title', 'no-salutation'] as const;
export const SEPARATORS = ['none', 'stars', 'page-number', 'advert'] as const;
export const INSIDE = ['nothing', 'page-numbers', 'running-heads'] as const;

export interface Style {
  readonly contents: (typeof CONTENTS)[number];
  readonly title: (typeof TITLES)[number];
  readonly separator: (typeof SEPARATORS)[number];
  readonly inside: (typeof INSIDE)[number];
}

export interface Compilation {
  readonly name: string;
  readonly text: string;
  readonly reports: readonly { readonly start: number; readonly end: number }[];
  /** For each entry of the contents page, in order, the ordinal of its report; null when the compilation lacks it. */
  readonly kept: readonly (number | null)[];
}

const ADVERTS = [
  '更多各地政府工作报告，请关注微信公众号“报告汇编”',
  '本资料由网友整理上传，仅供学习参考',
  '扫码加入资料群，获取全部报告Word版',
  '广告',
];

/** The lines of one report with its head in the style, and what stands between its paragraphs. */
function linesOf(piece: Piece, style: Style, firstPage: number): string[] {
  const inside = piece.body.flatMap((line, at) =>
    at % 12 === 11 ? [...between(piece, style, firstPage + at), line] : [line],
  );
  const body = [...(style.title === 'no-salutation' ? [] : piece.salutation), ...inside];
  return [...titleOf(piece, style), ...piece.meeting, ...body];
}

function titleOf({ city, year }: Piece, { title }: Style): string[] {
  switch (title) {
    case 'plain':
      return ['政府工作报告'];
    case 'place-year':
      return [year % 2 === 0 ? `${year}年${city}政府工作报告` : `${city}人民政府工作报告（${year}年）`];
    case 'spaced':
      return ['政 府 工 作 报 告'];
    case 'markdown':
      return [`## ${city}${year}年政府工作报告`, ''];
    case 'no-salutation':
      return [`${city}${year}年政府工作报告`];
    case 'no-title':
      return [];
  }
}

function between({ city, year }: Piece, { inside }: Style, page: number): string[] {
  if (inside === 'nothing') return [];
  if (inside === 'page-numbers') return [page % 2 === 0 ? `- ${page} -` : `${page}`];
  return page % 2 === 0 ? [`${city}${year}年政府工作报告`, `${page}`] : ['各地政府工作报告汇编', `·${page}·`];
}

function separatorOf({ separator }: Style, page: number): string[] {
  switch (separator) {
    case 'none':
      return [''];
    case 'stars':
      return ['', '***', ''];
    case 'page-number':
      return ['', `— ${page} —`, ''];
    case 'advert':
      return ['', ADVERTS[page % ADVERTS.length] ?? '', ''];
  }
}

/** The contents page; an entry names place and year, or the place alone when all reports are of one year. */
function contentsOf(
  entries: readonly { readonly piece: Piece; readonly page: number }[],
  { contents }: Style,
): string[] {
  if (contents === 'none') return [];
  const oneYear = new Set(entries.map(({ piece }) => piece.year)).size === 1;
  const nameOf = ({ city, year }: Piece): string => (oneYear ? `${city}政府工作报告` : `${city}${year}年政府工作报告`);
  const lines = entries.map(({ piece, page }, at) =>
    entryOf({ name: nameOf(piece), city: oneYear ? piece.city : nameOf(piece), page, at }, contents),
  );
  const head = contents === 'table' ? ['| 序号 | 报告 | 页码 |', '| --- | --- | --- |'] : [];
  return ['目　录', ...head, ...lines, ''];
}

interface Named {
  readonly name: string;
  readonly city: string;
  readonly page: number;
  readonly at: number;
}

function entryOf({ name, city, page, at }: Named, contents: Exclude<Style['contents'], 'none'>): string {
  switch (contents) {
    case 'dots':
      return `${city}${'…'.repeat(12)}${page}`;
    case 'tab':
      return `${at + 1}. ${name}\t${page}`;
    case 'list':
      return name;
    case 'page-first':
      return `${String(page).padStart(3, '0')}　${name}`;
    case 'links':
      return `- [${name}](#r${at + 1})`;
    case 'table':
      return `| ${at + 1} | ${name} | ${page} |`;
  }
}

/**
 * Puts reports together.
 * @param pieces the reports in their order
 * @param absent ordinals of pieces that the contents page promises and the compilation lacks
 */
export function compile(
  name: string,
  pieces: readonly Piece[],
  absent: ReadonlySet<number>,
  style: Style,
): Compilation {
  const pages = pieces.map((_, at) => 3 + 31 * at);
  const lines = [
    '各地政府工作报告汇编',
    ...contentsOf(
      pieces.map((piece, at) => ({ piece, page: pages[at] ?? 0 })),
      style,
    ),
  ];
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const reports: { start: number; end: number }[] = [];
  const put = (line: string): void => {
    lines.push(line);
    length += line.length + 1;
  };
  const kept: (number | null)[] = [];
  pieces.forEach((piece, at) => {
    kept.push(absent.has(at) ? null : reports.length);
    if (absent.has(at)) return;
    const start = length;
    let end = start;
    for (const line of linesOf(piece, style, pages[at] ?? 0)) {
      put(line);
      if (line.trim() !== '') end = length - 1;
    }
    reports.push({ start, end });
    for (const line of separatorOf(style, (pages[at] ?? 0) + 30)) put(line);
  });
  return { name, text: lines.join('\n'), reports, kept: style.contents === 'none' ? [] : kept };
}
