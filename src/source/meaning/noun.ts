/** The noun behind a number that counts things, or behind an amount that no words before it name. */

/** The noun after a count: 12家跨国公司地区总部. Empty when punctuation or a verb follows at once. */
export function nounAfter(text: string, end: number): string {
  const after = text.slice(end, end + 40);
  const told = DESCRIBED.exec(after)?.[1] ?? sizedNoun(SIZED.exec(after));
  if (told !== undefined) return told;
  const written = NOUN.exec(after);
  const whole = written?.[1] ?? '';
  const next = after.charAt(written?.[0].length ?? 0);
  const bare = whole.replace(PREDICATE, '');
  const noun = (bare === whole && isDigit(next) ? bare.replace(HEDGE_LAST, '') : bare).replace(LOOSE_END, '');
  return NO_NOUN.test(noun) ? '' : noun;
}

/** 千亿级工业企业; of 1个经济总量近千亿、4个过五百亿的县市 the first is a 县市. */
function sizedNoun(found: RegExpExecArray | null): string | undefined {
  const [, size = '', joint = '', noun] = found ?? [];
  return noun === undefined || joint !== '' ? noun : size + noun;
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** 116个国家和地区近4000名运动员: the hedge is of the next number. */
const HEDGE_LAST = /(?:近|超过?|(?<!签)约|达到?|过|共|有)$/u;
const LOOSE_END = /(?:[和与及的]|(?<=项目|企业|产品|指标)中|基本|全部|顺利|如期)$/u;

/** What stands behind a number and is no noun: verbs, words that join. 在建项目, 为民实事 and 居民 are. */
const NO_NOUN =
  /^(?:[和与及占]|共(?![建享治富创性有同])|并(?!网|购)|以(?!旧换新)|为(?!民|老|农|企|侨)|在(?![建营编校岗册孵役研产库线园读外])|是|同(?![级类步城质])|比(?!赛|武)|较(?!大|高)|的有|(?:大?台阶|大关|关口|达(?!标)|增(?!值|材)|下降|提(?:高|升?[至到为])|居(?![民住家委村])|位(?!于)|减至|降[至到低]|减少|升[至到为]|扩大|缩[小短减]|压[缩减]|上升|(?:跃升|攀升|回落|调整|优化|整合|合并|归并|撤并|精简|拓展|扩展|扩充|发展|下调|上调|调减|瘦身)[至到为]|演变|居民受益|(?:预期|年均|平均)?增长|消除|进行|用于|实施|开展))/u;

/** Where the noun ends and what is said of it begins. */
const PREDICATE =
  /(?:吸引|超过|入驻|发放|追回|追讨|兑付|实施(?!方案|细则|意见|办法|主体|单位|路径|计划)|发行|快速推进|实现|(?<!新)开工(?!项目|建设项目|率)|竣工(?!项目)|加快|全部|获评|获|入选|落地(?!项目|企业)|完成|参与|挂牌|投用|投产(?!项目)|投入|建成(?!区|项目)|进入|达到|有序|启动|顺利|如期|被|荣|(?<![人安旅定移宜])居(?!民|住|家|委|村)|位居|位列|名列|跻身|纳入|通过|参加|带动|正式|上线|开放|均|已|(?:细化)?提出|用上|喝上|住上|用实际|安居|新入住|陆续|驰援|逆行|圆满|(?<=[）)])(?:一般公共|公共财政|财政|GDP|经济总量|(?:地区)?生产总值|城?基础|全)|(?<=市县|县市区?|县区|区县|市州)(?:一般公共|一般预算|公共财政|财政|GDP|经济总量|(?:地区)?生产总值|(?:城镇)?固定资产|规模以上|规上|社会消费品)|用于|投向|联合(?=印发|出台|发文|下发|开展|制定)|整[县市区镇乡村](?=推进|建|开展|创)|集聚(?!区|地|发展|效应|示范|园)|水质(?=[一-龥]{0,4}率)|全面(?!小康|改薄|二孩|两孩|振兴|创新|质量|预算)|长三角(?=“)|占(?![地补用道比]).{2,16}的?$).*$/u;
const NOUN =
  /^(?:的)?((?:[\d.]+(?:[万亿]?元?|周?岁)以[上下])?(?:[县市区州旗][（(][县市区州旗、]{1,5}[）)]|[一-龥A-Za-z]|[2-6]G|“[^”\n]{1,14}”){2,18}|[县市区州旗][（(][县市区州旗、]{1,5}[）)]|“[^”\n]{2,14}”)/u;

/** 40个吸引力强、带动面广的消费场景: what the things are like stands before their noun. */
const DESCRIBED =
  /^[一-龥]{2,5}[强广高大优好足深新多快美稳]、[一-龥]{2,5}[强广高大优好足深新多快美稳]的([一-龥]{2,12})/u;
/** 2家千亿级、24家百亿级工业企业: the noun of all stands behind the last size. */
const SIZED =
  /^((?:[一-龥]{2,6})?(?:近|过|超过?|破|突破)?[一二两三四五六七八九十\d]*[十百千万]亿元?级?)(?:[、和及](?:[一-龥]{1,10}等)?\d+[个家户座](?:近|过|超过?|破|突破)?[一二两三四五六七八九十\d]*[十百千万]亿元?级?){1,3}(的?)([一-龥]{2,8})(?![一-龥])/u;
