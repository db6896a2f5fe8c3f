/** Plain columns for a terminal. */
import { printable } from '../output/escape.ts';
import { cut, padEnd, padStart, textWidth } from './width.ts';

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Widest that the column may get, in terminal columns. */
  readonly most: number;
}

/** Lines of a table: head first, cells cut to their column, two spaces between columns, no trailing blanks. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map((column) => column.head), ...rows];
  const widths = columns.map((column, index) =>
    Math.min(column.most, Math.max(...lines.map((cells) => textWidth(printable(cells[index] ?? ''))))),
  );
  return lines.map((cells) =>
    columns
      .map((column, index) => {
        const width = widths[index] ?? 0;
        const cell = cut(printable(cells[index] ?? ''), width);
        return column.align === 'right' ? padStart(cell, width) : padEnd(cell, width);
      })
      .join('  ')
      .trimEnd(),
  );
}
