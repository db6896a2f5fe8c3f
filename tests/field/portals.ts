/** Measures what is said of beginnings of pages from county portals, document libraries and mirrors. Labels were made by reading. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { audit, rulesFromDisk } from '../support/pipeline.ts';

interface LabelledPage {
  readonly from: string;
  /** Whether the page holds a work report, whole or cut. */
  readonly report: boolean;
  /** Null where a careful reader could not tell. */
  readonly region?: string | null;
  readonly year?: number | null;
  readonly text: string;
}

interface PageScore {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly misses: readonly string[];
}

export function measurePortals(): PageScore[] {
  return ['tuning', 'held-out'].flatMap((half) => scorePortals(half, pagesOf(half)));
}

function pagesOf(half: string): LabelledPage[] {
  const file = fileURLToPath(new URL(`./labels/portals/${half}.yaml`, import.meta.url));
  const pages: LabelledPage[] = parse(readFileSync(file, 'utf8'));
  return pages;
}

function scorePortals(half: string, pages: readonly LabelledPage[]): PageScore[] {
  const { sources } = audit(
    pages.map(({ text }, index) => ({ name: `page-${index}.txt`, data: text })),
    rulesFromDisk(),
  );
  const rows = pages.map((page, index) => {
    const found = sources[index]?.reports.filter(({ completeness }) => completeness.verdict !== 'not-a-report') ?? [];
    return { page, found, identity: found[0]?.identity };
  });
  const reports = rows.filter(({ page }) => page.report);
  const score = (name: string, of: typeof rows, isRight: (row: (typeof rows)[number]) => boolean): PageScore => {
    const misses = of.filter((row) => !isRight(row)).map(({ page }) => page.from);
    return { name: `${half}: ${name}`, right: of.length - misses.length, total: of.length, misses };
  };
  const placed = reports.filter(({ page }) => page.region !== null);
  const dated = reports.filter(({ page }) => page.year !== null);
  return [
    score('a report is found where one begins', reports, ({ found }) => found.length === 1),
    score(
      'none is found where none is',
      rows.filter(({ page }) => !page.report),
      ({ found }) => found.length === 0,
    ),
    score('the place that a reader can tell', placed, ({ page, identity }) => identity?.region === page.region),
    score('the place is right or left open', reports, ({ page, identity }) =>
      [null, undefined, page.region].includes(identity?.region),
    ),
    score('the year that a reader can tell', dated, ({ page, identity }) => identity?.reportYear === page.year),
    score('the year is right or left open', reports, ({ page, identity }) =>
      [null, undefined, page.year].includes(identity?.reportYear),
    ),
  ];
}
