import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_TEXT } from '../../src/cli/init-texts.ts';
import { EMPTY_ACCEPTED, withAccepted } from '../../src/node/accepted-file.ts';
import { CONFIG_SCHEMA, parseConfig, settingsOf } from '../../src/node/config.ts';
import { EMPTY_MANIFEST, withEntries } from '../../src/node/manifest-file.ts';

describe('jiaokan.config.yaml', () => {
  it('may be left out: the standard profile', () => {
    expect(settingsOf({}, {})).toMatchObject({ failOn: 'error', tolerance: { figures: 0.05, checks: 1 } });
  });

  it('goes over its profile, and the command line over it', () => {
    const config = parseConfig('c.yaml', 'profile: strict\nfail_on: error\ntolerance:\n  figures: 0.1\n');
    expect(settingsOf(config, {})).toMatchObject({ failOn: 'error', tolerance: { figures: 0.1, text: 0.005 } });
    expect(settingsOf(config, { fail_on: 'never' }).failOn).toBe('never');
    expect(settingsOf(config, { profile: 'lenient' })).toMatchObject({ failOn: 'error', tolerance: { figures: 0.2 } });
  });

  it('as scaffolded is one, and names every key there is', () => {
    expect(parseConfig('c.yaml', CONFIG_TEXT)).toEqual({ profile: 'standard' });
    const all = parse(
      CONFIG_TEXT.replace(/^# (?=fail_on|tolerance|changed|baseline|rules:|lang)/gmu, '').replace(
        /^# {3}(?=\w+: [\d])/gmu,
        '  ',
      ),
    );
    expect(Object.keys(all).sort()).toEqual(Object.keys(CONFIG_SCHEMA.properties).sort());
    expect(Object.keys(all.tolerance).sort()).toEqual(
      Object.keys(CONFIG_SCHEMA.properties.tolerance.properties).sort(),
    );
  });

  it.each([
    { text: 'profile: harsh\n', says: "c.yaml:1:10: 'profile' must be one of strict, standard, lenient" },
    { text: 'tolerance:\n  figure: 1\n', says: "c.yaml:2:3: unknown key 'figure'" },
    { text: 'tolerance:\n  figures: "5 %"\n', says: "c.yaml:2:12: 'tolerance.figures' must be of type number" },
    { text: '', says: 'c.yaml:1:1: ' },
    { text: 'profile: [\n', says: /^c\.yaml:\d+:\d+: / },
  ])('says where $text is wrong', ({ text, says }) => {
    expect(() => parseConfig('c.yaml', text)).toThrow(says);
  });
});

const ENTRY = { fingerprint: '0123456789abcdef', rule: 'figures/growth', reason: 'it: "so" # printed' };

describe('writing accepted.yaml', () => {
  it('keeps comments, order and what is there', () => {
    const text = `# head\naccepted:\n  # about the first\n  - fingerprint: "1111111111111111" # why\n    rule: a/b\n    reason: r\n# tail\n`;
    const written = withAccepted('a.yaml', text, [ENTRY]);
    for (const comment of ['# head', '# about the first', '# why', '# tail']) expect(written).toContain(comment);
    expect(parse(written).accepted).toEqual([{ fingerprint: '1111111111111111', rule: 'a/b', reason: 'r' }, ENTRY]);
  });

  it('starts a file, and takes an entry for the same finding in place of the old', () => {
    const once = withAccepted('a.yaml', EMPTY_ACCEPTED, [ENTRY]);
    expect(once).toContain('# Findings of this corpus');
    const twice = withAccepted('a.yaml', once, [{ ...ENTRY, reason: 'seen again', expires: '2030-01-01' }]);
    expect(parse(twice).accepted).toEqual([{ ...ENTRY, reason: 'seen again', expires: '2030-01-01' }]);
  });

  it('quotes a fingerprint that is all digits', () => {
    const written = withAccepted('a.yaml', EMPTY_ACCEPTED, [{ ...ENTRY, fingerprint: '1234567890123456' }]);
    expect(parse(written).accepted[0].fingerprint).toBe('1234567890123456');
    expect(withAccepted('a.yaml', written, [{ ...ENTRY, fingerprint: '12345678901234e5' }])).toContain(
      '12345678901234e5',
    );
  });

  it('refuses a broken file with its place', () => {
    expect(() => withAccepted('a.yaml', 'accepted: 5\n', [ENTRY])).toThrow(/^a\.yaml:1:11: /u);
  });
});

describe('writing manifest.yaml', () => {
  const entry = {
    source_id: 'a',
    file: 'sources/a.txt',
    sha256: 'a'.repeat(64),
    bytes: 3,
    title: null,
    publisher: null,
    url: null,
    collected_on: '2024-02-01',
    rights: 'not known',
  };

  it('adds an entry, and brings digest and size up to date without touching what a person wrote', () => {
    const once = withEntries('m.yaml', EMPTY_MANIFEST, [entry]).replace('publisher: null', 'publisher: ours # by hand');
    const twice = withEntries('m.yaml', once, [{ ...entry, sha256: 'b'.repeat(64), bytes: 4, publisher: null }]);
    expect(twice).toContain('publisher: ours # by hand');
    expect(parse(twice).sources).toEqual([{ ...entry, sha256: 'b'.repeat(64), bytes: 4, publisher: 'ours' }]);
    expect(twice).toContain('# What each source is');
  });
});
