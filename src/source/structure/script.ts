/** Reads a text in traditional script / gives it in simplified characters, as far as titles and fixed phrases need them / promises: every character keeps its place. */

/** Pairs of a traditional character and its simplified form: those of the vocabulary, and numerals. */
const PAIRS = [
  '顧顾務务總总體体設设點点劃划標标績绩實实歷历過过來来間间後后屆届責责報报會会長长議议審审現现請请團团結结圍围讓让們们奮奋鬥斗員员詞词釋释註注產产經经濟济階阶擔担歲岁開开關关門门單单當当導导動动勞劳勢势',
  '華华個个進进運运達达還还這这區区縣县鄉乡鎮镇處处術术業业農农權权條条規规見见觀观計计訂订認认證证評评試试話话說说誠诚調调談谈論论講讲謝谢護护負负財财貢贡質质費费資资賴赖贊赞軍军輝辉辦办邊边連连遠远選选',
  '際际雙双難难電电預预題题顯显養养驗验發发黨党齊齐齡龄廣广應应創创劑剂別别剛刚則则勵励協协參参變变號号啟启圖图國国執执場场壓压壯壮夢梦學学寧宁對对將将層层師师帶带幹干庫库強强彈弹復复徵征從从態态憲宪戰战',
  '戶户擁拥據据攜携斷断時时機机檢检歡欢決决沒没減减測测滿满漢汉為为無无爾尔環环畫画監监盡尽穩稳競竞範范節节簡简組组細细終终統统綱纲綠绿維维緊紧續续義义習习聯联職职聽听腦脑臨临興兴舉举艱艰藝艺蓋盖衛卫補补',
  '裝装複复許许詳详誌志該该語语誤误豐丰貧贫貫贯賀贺賓宾賽赛趨趋跡迹轉转輕轻轄辖遞递鄭郑醫医釐厘針针鋼钢錄录鐵铁鑄铸陣阵陳陈陽阳隊队隨随險险離离靜静響响頂顶項项順顺領领頭头願愿類类飛飞飲饮館馆馬马駐驻騰腾',
  '驅驱鮮鲜鳳凤麗丽',
].join('');

const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: PAIRS.length / 2 },
    (_, index) => [PAIRS.charAt(index * 2), PAIRS.charAt(index * 2 + 1)] as const,
  ),
);
/** Frequent characters that simplified texts do not use. */
const TELLS = ['會', '們', '務', '報', '總', '設'];
const LOOKED_AT = 2000;

/** The text itself when it is in simplified script: told by its first characters. */
export function simplified(text: string): string {
  const head = text.slice(0, LOOKED_AT);
  if (TELLS.filter((one) => head.includes(one)).length < 2) return text;
  return Array.from({ length: Math.ceil(text.length / LOOKED_AT) }, (_, index) =>
    text.slice(index * LOOKED_AT, (index + 1) * LOOKED_AT).replace(/[\u4e00-\u9fff]/g, (one) => SIMPLE.get(one) ?? one),
  ).join('');
}
