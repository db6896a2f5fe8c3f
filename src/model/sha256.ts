/** Reads a text / gives its SHA-256 / promises: the same digits for the same text, and nothing that the garbage collector must look after. */
import crypto from 'node:crypto';

/** Hexadecimal digits of the SHA-256 of a text in UTF-8. */
export function sha256Of(text: string): string {
  // In one call where Node has it (20.12 and later): an object for each of a million short texts costs more than its digest.
  return typeof crypto.hash === 'function'
    ? crypto.hash('sha256', text, 'hex')
    : crypto.createHash('sha256').update(text).digest('hex');
}
