/** Words about time, which say when and not what. */
const TIMES =
  /(?:截[至止]到?|到|至|自)?(?:(?:19|20)\d{2}|今|本|当|去|上|全)?年?(?:度)?(?:第?[一二三四]季度|上半年|下半年|前[一二三四五六七八九十\d]+个?(?:月|季度)|\d{1,2}(?:-|~|至)\d{1,2}月份?|\d{1,2}月(?:份|底|末|\d{1,2}日)?)(?:份|底|末)?(?:当月|累计)?|(?:19|20)\d{2}年(?:度)?|(?:今年|去年|上年|本年|当年|全年|年度?底)(?:以来)?|当月|目前|截至目前/g;
/** Whose figures they are. */
const PLACES =
  /^(?:全(?:县|区|市|省|镇|州|旗|乡|街道|国)|我(?:县|区|市|镇|局|州|省|旗)|本(?:县|区|市|镇|级政府|单位|部门|乡)|.{2,8}?(?:县|区|市|镇|省|州|旗)(?=[一-龥]{2,}(?:收入|支出|资金|预算|债务)))/;
/** Words before a subject that join, count in or do. */
const OPENERS =
  /^(?:(?:一般公共|年初|全年|当年|部门)?预算安排|年初安排|计划(?=[一-龥]{4})|足额|其中|加上?|再加|含|包括|包含|以及|和|及|与|另有?|来自|分别|明细[为是]|构成[为是]|分(?!配|享|成)|是|由|从|将|把|在|对|中|用于|主要(?:是|用于|有)?|共计?|累计|已|共|当年|实际|预计|完成了?|实现了?|组织了?|筹措|争取|发放了?|拨付了?|安排|收到|到位(?=[一-龥]{3})|下达|支付|投入|兑付|落实|办理|清理出?|处理|有|为|的|至|到|从而|达|减去?|扣除|减)/;
/** Verbs and links after it. */
const ENDERS =
  /(?:累计|已|共计?|合计|总计|完成了?|实现了?|组织|入库|收到|达到了?|达|为|是|约|近|突破|超过?|逾|预计|安排|计|有|的|(?<=预算|任务|目标|决算|执行|安排|完成|计划)数|金额|[两二三四五六七八九十]项|各|仅|只|了|决算|执行|分别|勉强|仅|由|从|均|提高|增加|调整|,)$/;

/** The thing that a figure is of, bare of time, place and verb: 截至5月底全县完成税收收入 is 税收收入. Empty: the words say none. */
export function subjectIn(lead: string): string {
  let subject = lead
    .replace(TIMES, '')
    .replace(/[“”"'‘’「」《》]/g, '')
    .replace(/^[-\d.]+/, '');
  for (let before = ''; before !== subject;) {
    before = subject;
    subject = subject.replace(OPENERS, '').replace(PLACES, '');
  }
  for (let before = ''; before !== subject;) {
    before = subject;
    const shorter = subject.replace(ENDERS, '');
    // 支出预算, 收入决算 keep their noun.
    // 收入总计 is more than 收入.
    if (shorter.length < 3 && /[合总]计$/.test(subject)) break;
    if (shorter !== '') subject = shorter;
    else if (/^(?:.{0,2})$/.test(subject)) subject = '';
  }
  return STAGES.test(subject) || OUTTURN.test(lead) ? '' : subject;
}

/** 支出决算为: the outturn of what was named before. */
const OUTTURN = /^(?:当年|本年|全年|实际)?(?:收入|支出)?(?:决算|执行|完成|实际)数?(?:为|是|达)?$/;

/** What names a stage of the budget and no thing: the thing was named before. */
const STAGES =
  /^(?:(?:年初|全年|调整|本年|当年|年度)?预算(?:执行)?|(?:支出|收入)?决算|实际支出|实际|执行|任务|计划|目标|资金|金额|经费|补助资金)$/;

/** Whether two subjects may be the same thing: the longer has all characters of the shorter in their order. */
export function isSubject(a: string, b: string): boolean {
  const [short, long] = a.length > b.length ? [b, a] : [a, b];
  return (short.length >= 3 || short === long) && short !== '' && holdsInOrder(long, short);
}

/** The same for the whole of a share, which is often called by its last word: 占支出. */
export function isNamed(name: string, subject: string): boolean {
  return name !== '' && (isSubject(name, subject) || subject.endsWith(name));
}

function holdsInOrder(long: string, short: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at += 1;
  return at === short.length;
}
