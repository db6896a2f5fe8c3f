/** Tags and text of an XML part, in order and in one pass. Office writes well-formed XML; anything else ends the reading and never loops. */

export type XmlEvent =
  | { readonly kind: 'open' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Events of a part. Comments, declarations and processing instructions give none. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const textEnd = open < 0 ? xml.length : open;
    if (textEnd > at) yield { kind: 'text', text: withoutReferences(xml.slice(at, textEnd)) };
    if (open < 0) return;
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) };
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    const close = xml.indexOf(xml.startsWith('<!--', open) ? '-->' : '>', open + 1);
    if (close < 0) return;
    const tag = tagOf(xml.slice(open + 1, close));
    if (tag !== null) yield tag;
    at = xml.indexOf('>', close) + 1;
  }
}

function tagOf(inside: string): XmlEvent | null {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim() };
  if (inside.startsWith('!') || inside.startsWith('?')) return null;
  const isEmpty = inside.endsWith('/');
  const whole = isEmpty ? inside.slice(0, -1) : inside;
  const space = /\s/.exec(whole)?.index ?? whole.length;
  return { kind: isEmpty ? 'empty' : 'open', name: whole.slice(0, space), attributes: whole.slice(space) };
}

/** Value of an attribute by its full name, or null. */
export function attribute(attributes: string, name: string): string | null {
  const start = attributes.indexOf(` ${name}="`);
  if (start < 0) return null;
  const from = start + name.length + 3;
  const end = attributes.indexOf('"', from);
  return end < 0 ? null : withoutReferences(attributes.slice(from, end));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff && (code & 0x1ff800) !== 0xd800 ? String.fromCodePoint(code) : '\ufffd';
  });
}
