/** Rules whose edits a stage makes itself, because they need a charset or a markup and not a pattern. Their cards explain them. */
import type { Kind } from '../card.ts';

export const builtInKind: Kind = {
  name: 'built-in',
  scopes: ['source'],
  params: { type: 'object', properties: {}, additionalProperties: false },
  compile: () => ({ shape: 'residue', edits: () => [] }),
};
