/** The reports of the field data: reports/<province>/<city>/<year>.md below its folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface FieldReport {
  /** From the folder of the reports on, parted by slashes on every system. */
  readonly path: string;
  readonly text: string;
}

/** All reports, in order of their paths. @param data folder of the field data */
export function fieldReports(data: string): FieldReport[] {
  const folder = join(data, 'reports');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}
