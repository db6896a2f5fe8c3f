import { rulesFromDisk } from '../support/pipeline.ts';
import { fieldReports } from './field-reports.ts';
import type { Piece } from './segment-build.ts';
import { scoreParts } from './segment-parts.ts';
import { compilationsOf, scoreSegment } from './segment-scores.ts';
import { TROUBLES, troubledOf } from './segment-troubles.ts';
import type { Score } from './structure-scores.ts';

/** Rules were tuned on compilations of these provinces. */
const TUNED: ReadonlySet<string> = new Set(['安徽省', '山东省']);

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureSegment(data: string): Score[] {
  const rules = rulesFromDisk();
  const pieces = piecesOf(data);
  const sides = (['tuning', 'held-out'] as const).map((side) => ({
    side,
    own: pieces.filter(({ province }) => TUNED.has(province) === (side === 'tuning')),
  }));
  return [
    ...sides.flatMap(({ side, own }) => scoreSegment(side, compilationsOf(own, side), rules)),
    ...sides.flatMap(({ side, own }) =>
      TROUBLES.flatMap((trouble) => scoreSegment(`${side}, ${trouble}`, troubledOf(own, trouble), rules).slice(0, 2)),
    ),
    ...scoreSegment('mixed', compilationsOf(pieces, 'mixed'), rules),
    ...scoreParts(pieces, rules),
  ];
}

/** The reports of the field data that every style can take up. */
export function piecesOf(data: string): Piece[] {
  return fieldReports(data).flatMap(({ path, text }) => pieceOf(path, text) ?? []);
}

/** A report with a salutation and a body that begins with a numbered title; the others cannot be put into every style. */
function pieceOf(path: string, written: string): Piece | null {
  const [province, city, name] = path.split('/');
  const lines = written
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replaceAll('**', '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const salutation = lines.findIndex((line) => /^各位代表[：:]?$/u.test(line));
  const first = lines.findIndex((line, at) => at > salutation && /^(?:一、|第一部分)/u.test(line));
  if (!province || !city || !name || salutation < 1 || salutation > 6 || first < 0 || first > salutation + 3)
    return null;
  if (lines.some((line) => /\.(?:docx?|pdf|xlsx?)$/u.test(line))) return null;
  return {
    province,
    city,
    year: Number(name.slice(0, 4)),
    meeting: lines.slice(0, salutation).filter((line) => !line.replaceAll(/\s/gu, '').endsWith('报告')),
    salutation: lines.slice(salutation, first),
    body: lines.slice(first),
  };
}
