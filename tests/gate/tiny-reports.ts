/** Four small reports, each with words of its own, and what scrapers do to texts. */

interface Words {
  readonly place: string;
  readonly year: number;
  readonly head: string;
  readonly speaker: string;
  readonly review: readonly string[];
  readonly plan: readonly string[];
  readonly own: string;
}

function reportOf({ place, year, head, speaker, review, plan, own }: Words): string {
  return `${year}年${place}人民政府工作报告
——${year}年1月9日在${place}第十七届人民代表大会第四次会议上
${place}人民政府${head} ${speaker}
各位代表：
现在，我代表${place}人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。
一、${year - 1}年工作回顾
${review.join('\n')}
我们也清醒地看到，发展中还存在不少困难和问题，需要在今后的工作中认真解决。
二、${year}年工作任务
做好今年的工作，要坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，推动高质量发展。
${plan.join('\n')}
三、加强政府自身建设
${own}
各位代表，奋斗创造未来。让我们更加紧密地团结起来，凝心聚力，真抓实干，为建设更加美好的${place}而努力奋斗！
`;
}

export const LINGSHI = reportOf({
  place: '灵石县',
  year: 2024,
  head: '县长',
  speaker: '林 远',
  review: [
    '过去一年，我们团结依靠全县人民，扎实推进各项工作，较好完成了年度目标任务。',
    '（一）经济运行稳中有进。地区生产总值完成126.5亿元，增长5.2%；一般公共预算收入18.42亿元，增长7.1%。',
    '（二）民生保障持续改善。城镇新增就业3200人，建成养老服务中心4家，改造老旧小区21个。',
    '（三）城乡面貌焕然一新。新改建农村公路86公里，绿化造林1.2万亩。',
  ],
  plan: [
    '（一）着力扩大有效需求。加快23个重点项目建设，培育新的消费热点。',
    '（二）着力增进民生福祉。新建学校2所，新增学位1800个。',
  ],
  own: '坚持依法行政，严格执行重大行政决策程序，自觉接受人大监督和政协民主监督。',
});

export const PINGYAO = reportOf({
  place: '平遥县',
  year: 2024,
  head: '县长',
  speaker: '石 勇',
  review: [
    '一年来，古城保护与旅游发展相得益彰，全县上下奋力攻坚，取得了来之不易的成绩。',
    '（一）文旅融合结出硕果。接待游客1893.6万人次，实现旅游收入217.4亿元，增长31.5%。',
    '（二）现代农业提质增效。粮食总产量达到24.6万吨，新建高标准农田3.5万亩。',
    '（三）改革开放不断深入。新设经营主体5210户，招商引资签约项目48个。',
  ],
  plan: [
    '（一）深化文化遗产保护。实施城墙修缮工程，完成传统民居修复30处。',
    '（二）推动产业转型升级。支持装备制造企业技术改造，力争规上工业企业达到92户。',
  ],
  own: '牢固树立过紧日子思想，从严控制一般性支出，把更多财力用在刀刃上。',
});

export const QIXIAN = reportOf({
  place: '祁县',
  year: 2023,
  head: '县长',
  speaker: '高 峰',
  review: [
    '回望上年，玻璃器皿产业逆势上扬，酥梨喜获丰收，社会大局保持和谐稳定。',
    '（一）特色工业支撑有力。规模以上工业增加值增长8.3%，玻璃器皿出口额达到9.7亿元。',
    '（二）乡村振兴全面推进。酥梨种植面积稳定在20万亩，脱贫人口人均纯收入增长14.6%。',
    '（三）生态环境明显好转。空气质量优良天数达到268天，昌源河水质稳定达标。',
  ],
  plan: [
    '（一）做强产业链条。建设人工吹制玻璃展示中心，新增专利60件。',
    '（二）办好民生实事。新增公办幼儿园3所，为5200名老人提供助餐服务。',
  ],
  own: '深入整治形式主义，把基层干部从文山会海中解脱出来。',
});

const JIEXIU_WHOLE = reportOf({
  place: '介休市',
  year: 2024,
  head: '市长',
  speaker: '王 磊',
  review: [
    '刚刚过去的一年，是介休转型发展极不平凡的一年。',
    '（一）能源保供担当有为。原煤产量1560万吨，外送电量增长6.4%。',
    '（二）城市功能日益完善。新建停车位2400个，集中供热面积达到1130万平方米。',
  ],
  plan: ['（一）抓实安全生产。开展专项整治行动，消除重大隐患。', '（二）建设宜居城市。启动汾河沿岸景观提升工程。'],
  own: '坚决扛起管党治党责任，一体推进不敢腐、不能腐、不想腐。',
});

/** Stops in the middle of a sentence: what is wrong with it stood there before. */
export const JIEXIU_CUT = JIEXIU_WHOLE.slice(0, JIEXIU_WHOLE.indexOf('消除重大隐患'));
export const JIEXIU = JIEXIU_WHOLE;

/** A report that is in no corpus yet. */
export const YUSHE = reportOf({
  place: '榆社县',
  year: 2024,
  head: '县长',
  speaker: '乔 夫',
  review: [
    '这一年，榆社人民在太行山麓书写了绿色发展的新篇章。',
    '（一）化工产业稳步恢复。树脂产量达到38.7万吨，用电量增长11.2%。',
    '（二）特色种养方兴未艾。笨鸡存栏120万只，中药材面积6.8万亩。',
  ],
  plan: ['（一）壮大县域经济。推进化石博物馆扩建。', '（二）改善人居环境。新建公厕45座，整治河道17公里。'],
  own: '坚持问政于民、问需于民、问计于民，让权力在阳光下运行。',
});

/** Breaks lines at `width` characters, as a converter does, but never inside a number. */
export function rewrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const rows: string[] = [];
      let at = 0;
      while (line.length - at > width) {
        let end = at + width;
        while (end > at + 1 && /[0-9.%％．]/u.test(line.charAt(end - 1)) && /[0-9.%％．]/u.test(line.charAt(end)))
          end--;
        rows.push(line.slice(at, end));
        at = end;
      }
      return [...rows, line.slice(at)].join('\n');
    })
    .join('\n');
}

/** The text in GB 18030, for characters of the basic plane. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  for (let index = 0; index < 39_420; index++) {
    const [a, b, c, d] = [
      Math.floor(index / 12_600),
      Math.floor(index / 1260) % 10,
      Math.floor(index / 10) % 126,
      index % 10,
    ];
    const bytes = [0x81 + a, 0x30 + b, 0x81 + c, 0x30 + d];
    const character = decoder.decode(Uint8Array.from(bytes));
    if (!codes.has(character)) codes.set(character, bytes);
  }
  return Uint8Array.from(
    [...text].flatMap((one) => {
      const code = one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : codes.get(one);
      if (!code) throw new RangeError(`${one} is not in the basic plane`);
      return code;
    }),
  );
}

/** The text in UTF-16 with its mark. */
export function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}
