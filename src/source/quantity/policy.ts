/** Policies known by the number of their articles: 促消费15条, 民营经济20条. */

/** What a policy is for, where a road, a line or an opinion would be a thing that 条 counts. */
const AIM =
  /(?:发展|增长|难关|复工|复产|达产|消费|就业|创业|创新|纾困|帮扶|扶持|支持|减负|负担|环境|振兴|升级|转型|复苏|恢复|回升|向好|新政|民营经济|实体经济|营商|稳岗|稳外贸)[”"]?$/u;
/** 支持13条产业链, 优化营商环境52条措施: a noun behind 条 is what is counted. */
const NOTHING_COUNTED = /^(?:[^一-龥A-Za-z\d]|$|[等和及与])/u;
/** 惠企业17条、促消费15条等一系列政策措施 */
const SET = /^(?:、[^，。；、\d\n]{2,20}\d{1,3}条){0,5}等[^，。；\n]{0,6}(?:政策|措施|举措|意见|文件)/u;

/** Whether the articles counted from `start` to `end` are those of a policy. */
export function isPolicy(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 120);
  return (AIM.test(text.slice(Math.max(0, start - 6), start)) && NOTHING_COUNTED.test(after)) || SET.test(after);
}
