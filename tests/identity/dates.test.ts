import { describe, expect, test } from 'vitest';
import { datesIn, isoDate, numberOf } from '../../src/source/identity/dates.ts';
import { meetingOf } from '../../src/source/identity/session.ts';
import { squeeze } from '../../src/source/identity/squeezed.ts';

describe('datesIn', () => {
  test.each([
    ['2024年1月8日', '2024-01-08'],
    ['二○一○年一月十九日', '2010-01-19'],
    ['二〇二五年十二月三十一日', '2025-12-31'],
    ['二零一九年二月廿八日', '2019-02-28'],
    ['2024年2月29日', '2024-02-29'],
    ['2023年2月29日', null],
    ['2024年13月1日', null],
    ['2024年1月', null],
    ['2024年', null],
  ])('%s', (text, iso) => {
    const [date] = datesIn(text);
    expect(date === undefined ? undefined : isoDate(date)).toBe(iso);
  });

  test('a year alone stays one', () => {
    expect(datesIn('到2024年底')).toMatchObject([{ year: 2024, month: null, day: null }]);
    expect(datesIn('两年来，全年十二个月')).toEqual([]);
  });
});

test.each([
  ['十', 10],
  ['十九', 19],
  ['二十', 20],
  ['三十一', 31],
  ['7', 7],
  ['十十', null],
  ['', null],
])('numberOf %s', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

describe('meetingOf', () => {
  test.each([
    ['——2024年1月8日在荆州市第六届人民代表大会第三次会议上', '第六届人民代表大会第三次会议', '2024-01-08', '在荆州市'],
    [
      '——2024年1月8日 在荆州市第六届\n人民代表大会第三次会议上',
      '第六届人民代表大会第三次会议',
      '2024-01-08',
      '在荆州市',
    ],
    [
      '（2020年1月14日菏泽市第十九届人民代表大会第五次会议通过）',
      '第十九届人民代表大会第五次会议',
      '2020-01-14',
      '菏泽市',
    ],
    ['在市十五届人民代表大会第四次会议上', '十五届人民代表大会第四次会议', null, '在市'],
    ['2017年3月5日在第十二届全国人民代表大会第五次会议上', '第十二届全国人民代表大会第五次会议', '2017-03-05', '在'],
    ['二○二四年一月八日在巴东县第十九届人大第三次会议上', '第十九届人大第三次会议', '2024-01-08', '在巴东县'],
    ['发布时间：2024年3月1日 来源：政府办', null, null, null],
    ['政府工作报告', null, null, null],
  ])('%s', (line, session, date, where) => {
    const head = squeeze(line, 0, line.length).text;
    const meeting = meetingOf(head);
    expect(meeting.session?.text ?? null).toBe(session);
    expect(meeting.date === null ? null : isoDate(meeting.date)).toBe(date);
    expect(meeting.where === null ? null : head.slice(meeting.where.start, meeting.where.end).replace(/^—+/, '')).toBe(
      where,
    );
  });
});

test('a squeezed line knows where its characters stand', () => {
  const line = '市长　龚 正（２０２４）';
  const squeezed = squeeze(line, 0, line.length);
  expect(squeezed.text).toBe('市长龚正(2024)');
  const place = squeezed.place(2, 4);
  expect(line.slice(place.start, place.end)).toBe('龚 正');
});
