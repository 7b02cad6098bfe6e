import type { ColumnRole } from './table';

/** What stands below a header, counted. */
export interface ColumnContent {
  readonly words: number;
  /** Of the words those that are 合计 or 小计: they stand among codes, too. */
  readonly totals: number;
  readonly numbers: number;
  /** Values that look like classification codes. */
  readonly codes: number;
  /** Values of digits only, as codes of towns and treasuries are. */
  readonly digits: number;
  /** Values that are dates, written or stored. */
  readonly dates: number;
  readonly counting: boolean;
  /** Numbers that may be years. */
  readonly years: number;
}

/** What a header over words means; what is none of these is plain text. */
const BY_HEADER_OF_WORDS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/备注|说明|^备考|^(?:数据)?来源$/, 'remark'],
  [/身份证|证件号/, 'id_number'],
];

/**
 * What a header means. The first pattern that fits decides, so the narrow ones stand first: a header
 * 完成年初预算% is a rate although it names the budget.
 */
const BY_HEADER: readonly (readonly [RegExp, ColumnRole])[] = [
  [/备注|说明|^备考|^(?:数据)?来源$/, 'remark'],
  [/身份证|证件号/, 'id_number'],
  // By how much a budget is changed is not what it has become.
  [/^(?:本次|净)?(?:调增|调减|调整额|追加|追减)(?:数|额|金额)?$|^净增减(?:数|额)?$/, 'amount'],
  // What is short of the schedule, or would be on it, is an amount.
  [/(?:缺口|差额|差距)$|序时(?:应|计划)/, 'amount'],
  [/^未(?!来|还|偿)|(?:当期|当年|本年|本期)结余/, 'amount'],
  // Points of an appraisal add up whatever they are for: 执行率（10分）.
  [/(?:得分|分值|扣分|总分|评分)(?:\(\d{1,3}分?\))?$|\(\d{1,3}分\)$/, 'count'],
  // What was there and what came, together, is no balance.
  [/[年月期]初[^|]{0,4}(?:及|和|加|与)[^|]{0,4}(?:新增|增加|收入)/, 'amount'],
  // By how much a limit is raised, and what is left of it, are no limits.
  [/限额(?:空间|余额|结余|剩余)|(?:剩余|结余|可用)[^|]{0,4}限额|(?:新增|追加)[^|]{0,6}限额/, 'amount'],
  // 比上年同期 alone is by how much, in whatever.
  [/^(?:比|较)(?:上年|去年)(?:同期)?$/, 'delta'],
  // What was done by the middle of a month is not what was done by its end.
  [/截[至止][上中]旬/, 'amount'],
  // 年初至九月末列支 is what was done by then, no balance.
  [
    /(?:[至到]|[-—–~～])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[末底](?![^|]*(?:余额|结余|结存|库存|库款|存款|债务|资产))/,
    'ytd',
  ],
  [/利率|税率|费率/, 'rate'],
  [
    /(?:完成|占|为|达到)[^|]{0,10}(?:预算|计划|任务|全年|进度)[^|]{0,6}(?:%|率|百分比|比例)|(?:完成|到位|保障|覆盖|盘活|处置|预算执行|执行|发放|化解|消化|清理|分配|拨付|使用|整改|回收|收回)率|进度(?:\(?%\)?)?$|^进度|\|进度|为(?:年初|调整)?预算(?:数)?(?:的)?%|占预算%|完成%|^完成(?:年初|调整|变动|年度|全年)?(?:预算|计划|任务)(?:数)?$|^(?:年初|调整|年度|全年)?(?:预算|计划|任务)完成$|^占(?:年初|调整|年度|全年)?(?:预算|任务|计划)(?:数)?$|\|占(?:年初|调整|年度)?预算(?:数)?$|序时/,
    'pct_budget',
  ],
  [/占比|比重|占[^|]{0,8}%|构成|贡献率|(?:债务|负债|偿债|付息|自给|依存)率/, 'share'],
  [
    /(?:同比|增减|增长|增收|增支|比上年|较上年|比去年|较同期|提高|提标|±)[^|]{0,12}(?:%|率|幅|速|百分比)|增幅|增速|增长率|^%$|增减率|增长%|\|%$|为上年[^|]*%|(?:^|\|)同比$/,
    'pct_yoy',
  ],
  [
    /增减额|增减数|增减绝对|增减变[化动]|变动[额数]$|增\(\+\)减|增加额|提高额|±额|同比增减|比上年(?:同期)?增减|较上年(?:同期)?增减|增减\(|^增减$|\|增减$|增收额|增支额|增减[+±]/,
    'delta',
  ],
  [
    /(?:上年|去年|上年度)\s*(?:1|元)\s*[-—–~～至]\s*\d{1,2}月|(?:上年|去年|上年度)[^|]{0,4}(?:同期|同月|完成|决算|执行|累计|实绩|数$|预算|还本|付息)|\d{4}年[^|]{0,4}(?:同期|决算)|同期数|^同期$|\|同期$|上年实际|(?:上年|去年)(?:上半年|下半年|全年|前?[一二三四]个?季度|(?:同样|前|头)[一二三四五六七八九十]{1,3}个?月)/,
    'prior',
  ],
  // What each has had is no part of what was paid.
  [/^(?:人均|户均|亩均|月均|日均)(?!.*标准)/, 'amount'],
  [/应[发付缴还](?!未|账款|款项)/, 'due'],
  [/实发|实际发放|已发(?!生|行)|已拨付?|^拨付(?:资金|金额|数)?$/, 'paid'],
  [/需求(?!标准)/, 'demand'],
  [/(?<!高)标准/, 'standard'],
  [/^期限|年限$/, 'text'],
  [/(?:企业|目标|园区|税源|纳税人?)[^|]{0,4}户数/, 'count'],
  [/人数|户数|人次|人口|(?:学生|人员|对象|职工)数/, 'persons'],
  // 受益学生, 在编教师, 学生|走读: nobody says 数.
  [/^(?!.*(?:费|金|补助|支出|元)).*(?:学生|教师|教职工|寄宿生|住校生|在校生)(?:合计|小计)?(?:$|\|)/, 'persons'],
  [/(?<![本当上])月数/, 'months'],
  [/面积|亩数/, 'area'],
  [
    /宗数|次数|笔数|家数|个数|件数|数量|项目数|(?:村|社区|学校|班级|单位|企业|网点)\)?数$|发现问题(?![^|]*金额)|已整改(?![^|]*金额)|问题数|\((?:宗|个|次|笔|家|件|所|座|辆|台)\)/,
    'count',
  ],
  [/余额\(?(?:决算数?|(?:预计)?执行数|实际数)\)?$/, 'closing'],
  [/需求/, 'demand'],
  [/限额/, 'limit'],
  [/^收回/, 'outflow'],
  [
    /调整(?:后)?(?:预算|数)|变动预算|预算调整|可执行|全年预算数\(调整|预算指标|(?<!绩效)指标(?:数|金额)|总预算数|下达(?:指标|资金|金额|数|$|\()/,
    'budget_adjusted',
  ],
  [
    /年初(?:预算|代编|安排|计划|任务|目标)|(?:全年|年度|本年)(?:预算|任务|计划|目标)|预算(?:数|安排)?$|^预算|计划数|^计划(?!金额|剩余)|(?:应|计划)化解|预计(?:投入|安排)|目标(?:值|数)|任务数|人大批准|年度预期|工作目标/,
    'budget_initial',
  ],
  [
    /(?:(?<!自)年初(?!至)|期初|月初|旬初|日初|上年末|上月末|上旬末|上期末|上日|昨日)[^|]{0,12}(?:余额|结余|库存|结存|数)?$|上年结余|上[月期](?:结余|结存|余额)$/,
    'opening',
  ],
  [
    /(?:年末|期末|月末|旬末|日末|月底|年底|期终)[^|]{0,12}(?:余额|结余|库存|结存|数)?$|滚存结余|(?:剩余|未还|结欠)本金|(?:债务|本金|贷款|库款|当前|目前)?余额$|累计结余/,
    'closing',
  ],
  [/流入|(?:本[年期月]|当[年期月])?(?:新增|增加|举借)(?:额|数|金额|债务|暂付款?)?$|借入数|新增/, 'inflow'],
  [/(?:累计|实际)化解|已化解/, 'ytd'],
  [
    /流出|(?:本[年期月]|当[年期月]|已)?(?:减少|偿还|还本|归还|清理|收回|化解|消化|核销|动用)(?:额|数|金额|收回|债务)?$|已还(?:本金)?$/,
    'outflow',
  ],
  [
    /累计|^(?:1|元|一)月?\s*[-—–~～至]\s*\d{1,2}月(?:份)?$|^(?:已|实际)?到位(?:数|金额|资金)?$|(?<!\d)[1元]月?[-—–~～至]\d{1,2}月(?:份)?(?:执行|完成|入库|实绩|发放|拨付|支付|支出|收入)(?:数|额)?(?:\([^()]*元\))?$|完成数|执行数|决算数?|实绩|支出数|收入数|入库(?:数|税收|金额)|实际(?:完成|支出|执行|入库|投入|使用)|已(?:投入|完成|支出|执行|入库)|当前(?:值|数)|(?:基金|当年|本年)(?:收入|支出)$/,
    'ytd',
  ],
  [/本月|当月|单月|本期|当期|^\d{1,2}月份?(?:到位|完成|收入|支出|执行|入库|发生|数)/, 'month'],
  // 节约率, 核减率, 入住率: of whatever, it is no amount.
  [/[一-龥]率(?:\([%％]\))?[%％]?$|[%％]\)?$/, 'rate'],
];

/** A group that says what all below it is: 支出需求 | 国家标准. */
const BY_GROUP: readonly (readonly [RegExp, ColumnRole])[] = [
  // 预算变动 | 上年结转, 追加, 调减: by how much it changed, not what it became.
  [/^(?:预算)?(?:变动|调整|增减变动)(?:情况|数|额)?\|(?![^|]*(?:预算|后|[合小]计))/, 'amount'],
  [/需求[^|]*\|/, 'demand'],
  [/^(?:年初)?预算(?:安排)?\|[^|]*标准/, 'budget_initial'],
  [/(?:问题|整改)\|金额(?:\||$)/, 'amount'],
  [/(?:完成|到位|保障|覆盖|盘活|处置|执行|发放|化解|消化|清理|分配|拨付|使用|整改|回收|收回)率[%％]?\|/, 'pct_budget'],
  [/(?:增[长幅速]|同比%)[^|]*\|(?:当月|本月|累计|本年累计|全年)$/, 'pct_yoy'],
];

/** A group such as 本月 / 累计 over the columns decides of which of the two a bare 增减额 is. */
const MONTH_GROUP = /(?:^|\|)(?:本月|当月|本期|当期)/;
const YEAR_GROUP = /累计|本年|全年|年度/;

const MONTH_OF: Partial<Record<ColumnRole, ColumnRole>> = {
  prior: 'month_prior',
  delta: 'month_delta',
  pct_yoy: 'month_pct_yoy',
  ytd: 'month',
};

const PRIOR_OF: Partial<Record<ColumnRole, ColumnRole>> = { ytd: 'prior', month: 'month_prior' };

const ITEM =
  /^(?:乡镇|乡\(镇\)|街道|项目|科目|科目名称|预算科目|支出科目|收入科目|指标|指标名称|名称|项目名称|功能分类科目名称|经济分类科目名称|单位名称|地区|单位|预算单位|部门|税种|险种|收入项目|支出项目|资金性质|区划|月份|姓名|户主姓名|学校|债务类型|事项|收入|支出|name|item)$|(?:项目|科目)(?:名称)?$|名称$/;
/** Years down the rows call them. */
const YEARS = /^(?:年份|年度|年别|年|years?)$/i;
const IN_YEAR = /^[^\d]{2,}(?:年度|年份)$/;
const CODE = /编码|代码|^科目号?$|经济分类$|功能分类$|^code$/i;
const SERIAL = /^(?:序号|编号|行次|栏次|排名|名次|位次|层级|级次|No\.?|level)$/i;
/** Numbers of papers: words, whatever they look like. */
const PAPER = /(?:凭证|合同|文|批复|订单|票据|权证|账)号|号码?$/;

/** Whether a header says what the rows are: 项目, 乡镇, 指标名称. */
export function isItemHeader(header: string): boolean {
  return ITEM.test(header);
}

export function columnRole(path: readonly string[], content: ColumnContent): ColumnRole {
  const header = path.join('|');
  const leaf = path.at(-1) ?? '';
  const filled = content.words + content.numbers + content.dates;
  if (SERIAL.test(leaf)) return 'serial';
  if (CODE.test(leaf) && Math.max(content.codes, content.digits) * 2 >= filled) return 'code';
  // 类 | 款 | 项 in three columns: each alone is only two or three digits.
  if (content.codes > 0 && content.codes === filled - content.totals && /^[类款项目]$/.test(leaf)) return 'code';
  if (PAPER.test(leaf) && !/身份证|证件/.test(leaf)) return 'text';
  if (content.codes === filled && content.codes >= 3 && content.words > 0) return 'code';
  if (content.dates > 0 && content.dates * 2 >= filled) return 'date';
  // 2024年 over 月 | 日: the day of an entry, in two columns.
  if (/^[年月日]$/.test(leaf) && (path.length > 1 || leaf === '日')) return 'date';
  if (content.words > content.numbers) return textRole(leaf, header);
  // 形成年度: 2021, 2022, …
  if (IN_YEAR.test(leaf) && content.years === filled && filled > 0) return 'serial';
  if (filled === 0 && ITEM.test(leaf)) return 'item';
  if (YEARS.test(path[0] ?? '') && content.years * 2 > filled) return 'item';
  return headerRole(path) ?? (content.counting && /号/.test(leaf) ? 'serial' : 'amount');
}

function textRole(leaf: string, header: string): ColumnRole {
  const found = BY_HEADER_OF_WORDS.find(([pattern]) => pattern.test(leaf));
  if (found) return found[1];
  if (ITEM.test(leaf.replace(/\([^()]*\)$/, '')) || header === '') return 'item';
  return 'text';
}

/** The innermost header that means something decides; those above it speak for a plain 合计 or 金额. */
function headerRole(path: readonly string[]): ColumnRole | undefined {
  const header = path.join('|');
  const leaf = path.at(-1) ?? '';
  const found =
    BY_GROUP.find(([pattern]) => pattern.test(header) && !matchesRate(leaf))?.[1] ??
    matched(leaf) ??
    matched(header) ??
    path
      .toReversed()
      .map(matched)
      .find((role) => role !== undefined);
  if (found === undefined) return undefined;
  // 去年 | 1—9月, beside 今年 | 1—9月.
  const past = path.slice(0, -1).some((group) => /^(?:去年|上年)(?:同期)?$/.test(group)) ? PRIOR_OF[found] : undefined;
  if (past) return past;
  const inMonth = MONTH_GROUP.test(header) && !YEAR_GROUP.test(leaf);
  return inMonth ? (MONTH_OF[found] ?? found) : found === 'prior' && /同月(?!累计)/.test(leaf) ? 'month_prior' : found;
}

/** 截至6月底执行数 is what was done, not a balance at the month's end. */
const AS_OF =
  /截[至止]到?(?:本|当)?(?:\d{2,4}年)?(?:\d{1,2}月(?:份|\d{1,2}[日号]|[底末])?|上?[月年][底末]|目前|当前)(?:止)?/g;

function matchesRate(leaf: string): boolean {
  return ['pct_budget', 'share', 'pct_yoy', 'remark'].includes(matched(leaf) ?? '');
}

function matched(text: string): ColumnRole | undefined {
  const undated = text.replace(AS_OF, '').replace(/[—-](?:合计|小计)$/, '');
  const found = BY_HEADER.find(([pattern]) => pattern.test(undated))?.[1];
  // 截至6月, 截至6月执行: what is of a day and of nothing else is what was done by it.
  return undated === text ? found : (found ?? 'ytd');
}
