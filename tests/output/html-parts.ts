/** The whole of a page as a reader comes to see it: every part unpacked into its place. */
import { inflateRawSync } from 'node:zlib';

const SLOT = /<div data-chunk="(\d+)" data-load="[a-z]+"><\/div>/gu;

export function unpacked(page: string): string {
  const parts = new Map(
    [...page.matchAll(/<script type="application\/octet-stream" data-packed="(\d+)">([^<]*)<\/script>\n/gu)].map(
      ([, number, text]) => [number, inflateRawSync(Buffer.from(text ?? '', 'base64')).toString('utf8')],
    ),
  );
  const filled = (markup: string): string => markup.replace(SLOT, (_, number) => filled(parts.get(number) ?? ''));
  const bare = page.replace(/<script type="application\/octet-stream"[^>]*>[^<]*<\/script>\n/gu, '');
  return filled(bare);
}
