/** The vocabulary of this checkout, read once for all that ask for it. */
import { rulesFromDisk } from './rules.ts';

export const { vocabulary } = rulesFromDisk();
