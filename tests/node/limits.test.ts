/** Documents of strangers: whatever they ask for, the one that asks gets an answer, and the next document is read. */
import { afterAll, describe, expect, test } from 'vitest';
import { openDocuments } from '../../src/node/formats/documents.ts';
import { docx, paragraph, pdf, zip } from './pack.ts';

const good = docx(paragraph('增长5.6%。'));
const GOOD = { text: '增长5.6%。\n', reason: null };

describe('limits of documents', () => {
  const small = openDocuments({ seconds: 60, mebibytes: 40 });
  const hasty = openDocuments({ seconds: 0.001, mebibytes: 256 });
  afterAll(() => Promise.all([small.close(), hasty.close()]));

  test('one that needs more memory than there is for it', async () => {
    const huge = docx(paragraph('政府工作报告').repeat(400_000));
    expect((await small.read('docx', huge)).reason).toMatch(
      /^a Word document that cannot be read \(it needs more than 40 MiB/,
    );
    expect(await small.read('docx', good)).toEqual(GOOD);
  });

  test('one that takes too long', async () => {
    const reason = 'a Word document that takes more than 0.001 seconds to read';
    expect(await hasty.read('docx', good)).toEqual({ text: null, reason });
    expect(await hasty.read('docx', good)).toEqual({ text: null, reason });
  });

  test('one that unfolds to more than is read, though its archive tells the truth', async () => {
    const parts = zip([{ name: 'word/document.xml', data: new Uint8Array((1 << 27) + 1).fill(0x20) }]);
    expect((await small.read('docx', parts)).reason).toMatch(/unfolds to \d+ times its size/);
  });

  test('pages in a ring, and a count of pages that is a lie', async () => {
    const bytes = Buffer.from(pdf([[[72, 700, 16, '甲']]])).toString('latin1');
    const ring = Buffer.from(bytes.replace('/Kids [5 0 R]', '/Kids [2 0 R]'), 'latin1');
    const lie = Buffer.from(bytes.replace('/Count 1', '/Count 999999999'), 'latin1');
    const documents = openDocuments({ seconds: 30, mebibytes: 256 });
    for (const broken of [ring, lie]) {
      const { text, reason } = await documents.read('pdf', broken);
      expect(text ?? reason).not.toBeNull();
    }
    expect(await documents.read('docx', good)).toEqual(GOOD);
    await documents.close();
  });
});
