/** Inputs that nobody means, each of nothing but one thing, at any length: what a pattern or a loop in squares would choke on. */
const ONES = '一二三四五六七八九';
const SENTENCE = '全市上下坚持稳中求进，地区生产总值增长5.6%，完成较好。';

/** `unit` as often as it takes to fill `length` UTF-16 units. */
const filled = (unit) => (length) => unit.repeat(Math.max(1, Math.floor(length / unit.length)));
/** Lines made from their number, as many as fill `length` units. */
const counted = (make, join = '\n') => {
  return (length) => {
    const parts = [];
    for (let size = 0, at = 0; size < length; at++) {
      const part = make(at) + join;
      parts.push(part);
      size += part.length;
    }
    return parts.join('');
  };
};
const one = (at) => ONES.charAt(at % ONES.length);
/** `head` once, then the filling. */
const after = (head, fill) => (length) => head + fill(length);

/** Name, what the file is called, and the text of a length. */
export const HOSTILE = [
  ['dots', 'a.txt', filled('.')],
  ['dots with blanks', 'a.txt', filled('. ')],
  ['dot leaders', 'a.txt', filled(`${'.'.repeat(200)}1\n`)],
  ['middle dots', 'a.txt', filled('·')],
  ['dashes', 'a.txt', filled('—')],
  ['digits', 'a.txt', filled('7')],
  ['Chinese digits', 'a.txt', filled('五')],
  ['tens of Chinese numerals', 'a.txt', filled('十万亿')],
  ['digits and points', 'a.txt', filled('1.')],
  ['digits and commas', 'a.txt', filled('1,234,')],
  ['digits and blanks', 'a.txt', filled('1 ')],
  ['percents', 'a.txt', filled('5%')],
  ['percents without numbers', 'a.txt', filled('，%')],
  ['amounts without numbers', 'a.txt', filled('生产总值亿元，')],
  ['words of titles in one line', 'a.txt', after('某市政府工作报告一、', filled('工作目标任务'))],
  ['titles of parts in one line', 'a.txt', after('某市政府工作报告', filled('。一、工作回顾'))],
  ['figures', 'a.txt', filled('增长5.6%、')],
  ['figures without a stop', 'a.txt', filled('生产总值12.5亿元')],
  ['ranks', 'a.txt', filled('居全省第1位')],
  ['years', 'a.txt', filled('2023年')],
  ['lists of indicators', 'a.txt', filled('生产总值、财政收入、')],
  ['blanks', 'a.txt', filled(' ')],
  ['wide blanks', 'a.txt', filled('　')],
  ['a character and a blank', 'a.txt', filled('政 ')],
  ['tabs', 'a.txt', filled('\t')],
  ['line ends', 'a.txt', filled('\n')],
  ['lines of blanks', 'a.txt', filled(' \n')],
  ['one character', 'a.txt', filled('政')],
  ['one letter', 'a.txt', filled('a')],
  ['question marks', 'a.txt', filled('?')],
  ['replacement characters', 'a.txt', filled('\ufffd')],
  ['invisible characters', 'a.txt', filled('政\u200b')],
  ['combining marks', 'a.txt', after('政', filled('\u0301'))],
  ['private use', 'a.txt', filled('\ue000')],
  ['open brackets', 'a.txt', filled('（')],
  ['closed brackets', 'a.txt', filled('）')],
  ['numbered brackets', 'a.txt', filled('（一）')],
  ['quotation marks', 'a.txt', filled('“')],
  ['corner brackets', 'a.txt', filled('《')],
  ['square brackets', 'a.txt', filled('[')],
  ['ellipses', 'a.txt', filled('…')],
  ['semicolons', 'a.txt', filled('；')],
  ['colons', 'a.txt', filled('时间：')],
  ['one line of sentences', 'a.txt', filled(SENTENCE)],
  ['sentences in lines', 'a.txt', filled(`${SENTENCE}\n`)],
  ['one sentence without an end', 'a.txt', filled('坚持稳中求进工作总基调')],
  ['broken lines', 'a.txt', filled('全市上下坚持稳中求进工作总基调扎实\n')],
  ['titles', 'a.txt', filled('醴陵市2024年政府工作报告\n')],
  ['titles in one line', 'a.txt', filled('2024年政府工作报告')],
  ['titles and headings', 'a.txt', filled('醴陵市2024年政府工作报告\n一、工作回顾\n')],
  ['salutations', 'a.txt', filled('政府工作报告\n各位代表！\n')],
  ['salutations in one line', 'a.txt', filled('各位代表！')],
  ['closings', 'a.txt', filled('让我们团结在党中央周围努力奋斗！\n')],
  ['headings', 'a.txt', counted((at) => `${one(at)}、加快推进第${at}项工作`)],
  ['headings in one line', 'a.txt', counted((at) => `。（${one(at)}）加快推进工作。抓好项目`, '')],
  ['runs', 'a.txt', counted((at) => `${one(at)}是抓好项目；`, '')],
  ['numbered list', 'a.txt', counted((at) => `${at + 1}.抓好项目。`)],
  ['promises', 'a.txt', filled('做好以下九方面工作：')],
  [
    'glossary',
    'a.txt',
    after(
      '名词解释\n',
      counted((at) => `${at + 1}.词语${at}：解释。`),
    ),
  ],
  [
    'contents',
    'a.txt',
    after(
      '目录\n',
      counted((at) => `浏阳市政府工作报告……${at}`),
    ),
  ],
  ['pagers', 'a.txt', filled('1 2 3 下一页\n')],
  ['page marks', 'a.txt', filled('第3/9页\n')],
  ['page numbers', 'a.txt', counted((at) => `— ${at + 1} —`)],
  ['running heads', 'a.txt', counted((at) => `某某县第十七届人民代表大会文件\n${SENTENCE}\n${at + 1}`)],
  ['newspaper jumps', 'a.txt', filled('（下转7版）')],
  ['reads-more', 'a.txt', filled('展开全文')],
  ['dates', 'a.txt', filled('2024年1月15日')],
  ['date lines', 'a.txt', filled('发布时间：2024-01-15 10:00\n')],
  ['speakers', 'a.txt', filled('县长 张三\n')],
  ['regions', 'a.txt', filled('浙江省杭州市西湖区')],
  ['one region', 'a.txt', filled('上海市')],
  ['addresses', 'a.txt', filled('http://www.gov.cn/a?b=')],
  ['entities', 'a.txt', filled('&nbsp;')],
  ['ampersands', 'a.txt', filled('&')],
  ['escapes', 'a.txt', filled('\\u653f')],
  ['backslashes', 'a.txt', filled('\\')],
  ['mojibake', 'a.txt', filled('鏀垮簻宸ヤ綔')],
  ['table rows', 'a.txt', filled('生产总值\t亿元\t512\t5.6\n')],
  ['table columns', 'a.txt', filled('512\t')],
  ['pipes', 'a.md', filled('|')],
  ['Markdown tables', 'a.md', filled('| 生产总值 | 512 |\n')],
  ['stars', 'a.md', filled('*a')],
  ['bold without an end', 'a.md', filled('**加快推进工作\n')],
  ['Markdown headings', 'a.md', filled('# 加快\n')],
  ['links', 'a.md', filled('[a](')],
  ['quotes', 'a.md', filled('>')],
  ['tags', 'a.html', filled('<div>')],
  ['tags without an end', 'a.html', filled('<a ')],
  ['attributes', 'a.html', after('<a ', filled('x="1" '))],
  ['comments without an end', 'a.html', filled('<!-- ')],
  ['scripts without an end', 'a.html', filled('<script>')],
  ['paragraphs', 'a.html', filled(`<p>${SENTENCE}</p>`)],
  ['cells', 'a.html', after('<table>', filled('<tr><td>1</td></tr>'))],
  ['two reports by turns', 'a.txt', counted((at) => `第${at}段。${SENTENCE}`)],
];
