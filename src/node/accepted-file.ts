/** Reads the text of accepted.yaml and new entries / gives its new text / promises: comments and everything else stay as they were. */
import { isMap, isSeq, parseDocument } from 'yaml';
import { type Acceptance, parseAccepted } from '../corpus/accept.ts';

/** The file that a corpus starts with. */
export const EMPTY_ACCEPTED = `# Findings of this corpus that a person has looked at and accepts. jiaokan gate --accept FINGERPRINT --reason "..."
# writes an entry; by hand it is
#   - fingerprint: "0123456789abcdef"   # finding_id of the findings table
#     rule: family/name
#     reason: why it is right to leave it as it is
#     expires: "2030-12-31"             # optional: the last day on which it counts
#     note: anything else               # optional
# An accepted finding stays in every table and report, marked as accepted, and does not fail the gate.
accepted: []
`;

/**
 * Adds entries at the end of the list; an entry for a fingerprint that is there takes its place.
 * @param file its path as errors should name it
 * @throws CardError when the text is no accepted.yaml
 */
export function withAccepted(file: string, text: string, entries: readonly Acceptance[]): string {
  parseAccepted(file, text);
  const document = parseDocument(text);
  const list = document.get('accepted', true);
  if (!isSeq(list)) return text;
  list.flow = false;
  for (const entry of entries) {
    const at = list.items.findIndex((item) => isMap(item) && item.get('fingerprint') === entry.fingerprint);
    const node = document.createNode(entry);
    if (at < 0) list.items.push(node);
    else list.items[at] = node;
  }
  const written = document.toString({ lineWidth: 0 });
  parseAccepted(file, written);
  return written;
}
