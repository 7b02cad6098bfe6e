/** Words of a header or a row about time: 2023年1－9月, 本年, 期末, 截至9月底. */
const TIME =
  /(?:截[至止]到?)?(?:(?:19|20)\d{2}年?(?:度)?)?(?:前三季度|第?[一二三四]季度|[上下]半年|\d{1,2}月?[-—~至]+\d{1,2}月份?|\d{1,2}月(?:份|底|末|\d{1,2}日)?|年?[末底初])?/;
const TIMES = new RegExp(`(?=[截前第一二三四上下\\d])${TIME.source}`, 'g');
const NEAR =
  /(?:本年度?|本期|本月|当月|当期|今年|全年|累计(?!结余)|(?:本年|当年)(?!结余|收支结余)|[期年月][末底](?=.{2}))/g;
const COUNTED = /(?:[个户人宗次笔家件项]数|金额|资金|总额|人数|户数|数额|数|(?<![余限差])额)$/;

/** What a header names, without brackets, time, unit and the word that it is an amount. */
export function columnWords(header: string): string {
  const bare = header
    .replace(/\([^()]*\)/g, '')
    .replace(/[%‰\s]/g, '')
    .replace(TIMES, '')
    .replace(NEAR, '')
    .replace(/(?<=收入|支出|余额)合计$/, '');
  const short = bare.replace(COUNTED, '');
  return short.length >= 3 || (short.length === 2 && bare.length !== 3) ? short : bare;
}

/** Words without the times that they name. */
export function withoutTimes(words: string): string {
  return words.replace(TIMES, '').replace(NEAR, '');
}

/** Whether words name a time and no thing. */
export function isTimeOnly(words: string): boolean {
  const plain = words.replace(/[\s()]/g, '');
  return /\d|季度|半年/.test(plain) && plain.replace(TIMES, '').replace(/^(?:累计|合计|年|份)*$/, '') === '';
}
