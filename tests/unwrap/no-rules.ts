/** A set of rules without any card, for tests of what code does by itself. */
import type { Rules } from '../../src/rules/card.ts';
import { loadVocabulary } from '../../src/rules/load.ts';
import { readyFiles } from '../support/pipeline.ts';

export const NO_RULES: Rules = { rules: [], vocabulary: loadVocabulary(readyFiles()), digest: '' };
