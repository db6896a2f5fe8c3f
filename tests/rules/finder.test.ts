import { expect, test } from 'vitest';
import { finderOf } from '../../src/rules/kinds/finder.ts';

/** Every place of every text, found the slow way. */
function slowly(text: string, wanted: readonly string[]): string[] {
  return wanted.flatMap((one) => {
    const places: string[] = [];
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) places.push(`${one}@${at}`);
    return places;
  });
}

function found(text: string, wanted: readonly string[]): string[] {
  const places: string[] = [];
  finderOf(wanted.map((one) => [one, one] as const))(text, (at, owner, length) => {
    expect(length).toBe(owner.length);
    places.push(`${owner}@${at}`);
  });
  return places;
}

test.each<readonly [string, string, readonly string[]]>([
  ['a single text', '版版版权', ['版版']],
  ['one unit and more', '网，网站 网站', ['网', '网站', ' ', '。。']],
  ['texts that share a unit', '增长5 6%  8. 2  ', ['5 ', '6 ', '. ', '  ', ' 2']],
  ['a shared unit at both ends of a text', ' 5 ', ['5 ', ' 5']],
  ['long texts', '全面建成小康社会，全面建设现代化', ['全面建', '建成小康', '建设现代化', '小康社会全']],
  ['pairs that begin and end a text', '来源：新华网', ['来源', '华网', '网站', '：新', '源：新华']],
  ['one text twice', '下转下转', ['下转', '下转', '上接']],
  ['units beyond the first plane', '𠀀𠀁', ['𠀀', '\ud840']],
])('finds every place of %s', (_name, text, wanted) => {
  expect(found(text, wanted).toSorted()).toEqual(slowly(text, wanted).toSorted());
});
