import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE_ACCEPTED, parseAccepted } from '../../src/corpus/accept.ts';
import type { Place } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { canonicalJson } from '../../src/model/finding.ts';
import { range } from '../../src/model/offset.ts';
import { publish } from '../../src/run/publish.ts';

const at = (start: number, line: number): Place => ({
  sourceId: 'a',
  reportId: 'a#1',
  bytes: range(start, start + 3),
  line,
  column: 1,
});
const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'figures/growth',
  severity: 'error',
  sourceId: 'a',
  reportId: 'a#1',
  place: at(100, 5),
  quote: '增长 5%',
  data: { from: '1', to: '2' },
  ...over,
});
const idOf = (one: Finding): string => publish([one], [], NONE_ACCEPTED)[0]?.findingId ?? '';

describe('the id of a finding', () => {
  it('is sixteen hex digits', () => {
    expect(idOf(finding())).toMatch(/^[0-9a-f]{16}$/u);
  });

  it.each([
    { name: 'lines move', over: { place: at(900, 50) } },
    { name: 'the text has other widths and spaces', over: { quote: '增长５％' } },
    { name: 'the data comes in another order', over: { data: { to: '2', from: '1' } } },
    { name: 'the severity of its rule changes', over: { severity: 'warning' as const } },
  ])('stays when $name', ({ over }) => {
    expect(idOf(finding(over))).toBe(idOf(finding()));
  });

  it.each([
    { name: 'another figure', over: { quote: '增长 6%' } },
    { name: 'other data', over: { data: { from: '1', to: '3' } } },
    { name: 'another rule', over: { rule: 'figures/share' } },
    { name: 'another source', over: { sourceId: 'b' } },
  ])('differs for $name', ({ over }) => {
    expect(idOf(finding(over))).not.toBe(idOf(finding()));
  });

  it('tells equal findings of one report apart', () => {
    const published = publish([finding(), finding({ place: at(500, 9) })], [], NONE_ACCEPTED);
    expect(new Set(published.map((one) => one.findingId)).size).toBe(2);
  });
});

describe('publish', () => {
  it('gives the same findings in whatever order they come', () => {
    const some = fc.record({
      rule: fc.constantFrom('a/b', 'a/c'),
      quote: fc.constantFrom('x', 'y', ''),
      place: fc.oneof(
        fc.constant(null),
        fc.nat(3).map((start) => at(start, start)),
      ),
      data: fc.constantFrom({}, { n: 1 }, { n: 2 }),
    });
    fc.assert(
      fc.property(fc.array(some), fc.nat(), (made, turn) => {
        const findings = made.map((one) => finding(one));
        const cut = findings.length === 0 ? 0 : turn % findings.length;
        const turned = [...findings.slice(cut), ...findings.slice(0, cut)].reverse();
        expect(publish(turned, [], NONE_ACCEPTED)).toEqual(publish(findings, [], NONE_ACCEPTED));
      }),
    );
  });

  it('marks what a person has accepted', () => {
    const accepted = parseAccepted(
      'accepted.yaml',
      `accepted:\n  - fingerprint: "${idOf(finding())}"\n    rule: figures/growth\n    reason: so printed\n`,
    );
    const published = publish([finding(), finding({ rule: 'figures/share' })], [], accepted);
    expect(published.map((one) => [one.rule, one.state])).toEqual([
      ['figures/growth', 'accepted'],
      ['figures/share', 'new'],
    ]);
  });
});

describe('canonicalJson', () => {
  it('is the same for equal values, and reads back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const json = JSON.parse(JSON.stringify(value));
        const turned = Object.fromEntries(Object.entries(json).reverse());
        expect(canonicalJson(JSON.parse(JSON.stringify(turned)))).toBe(canonicalJson(json));
        expect(JSON.parse(canonicalJson(json))).toEqual(json);
      }),
    );
  });
});
