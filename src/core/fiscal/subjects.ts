import type { TableKind } from '../tables/table-kinds';
import { CLASSIFICATION_2023, type CodedName } from './data/classification-2023';
import { FORMER_NAMES, LOCAL_EXPENDITURE_NAMES, LOCAL_REVENUE_NAMES, TRANSFER_NAMES } from './data/former-names';

/** Which side of the budget, or which ledger, a subject stands in; the kind of table decides it. */
export type Side =
  | 'revenue'
  | 'expenditure'
  | 'transfer'
  | 'fund'
  | 'capital'
  | 'guarantee'
  | 'cash'
  | 'debt'
  | 'suspense'
  | 'threePublic'
  | 'wages'
  | 'social'
  | 'funds'
  | 'direct'
  | 'basis';

interface SubjectOf<Id extends string> {
  readonly id: Id;
  readonly side: Side;
  /** 政府收支分类科目, where the subject has one. */
  readonly code?: string;
  /** Plain names, the current one first; earlier and local spellings follow. */
  readonly names: readonly string[];
}

/** Subjects that formulas ask for by a word; every other coded subject has its code as id. */
const ID_OF_CODE = {
  '101': 'tax',
  '10101': 'valueAddedTax',
  '10104': 'corporateIncomeTax',
  '10106': 'personalIncomeTax',
  '10113': 'landAppreciationTax',
  '10118': 'farmlandTax',
  '10119': 'deedTax',
  '103': 'nonTax',
  '10302': 'specialIncome',
  '10305': 'fines',
  '10307': 'assetIncome',
  '201': 'generalServices',
  '204': 'publicSafety',
  '205': 'education',
  '206': 'science',
  '207': 'culture',
  '208': 'socialSecurity',
  '210': 'health',
  '211': 'environment',
  '212': 'urban',
  '213': 'agriculture',
  '214': 'transport',
  '216': 'commerce',
  '220': 'naturalResources',
  '221': 'housing',
  '222': 'grain',
  '224': 'emergency',
  '227': 'reserve',
  '232': 'interest',
  '11001': 'returned',
  '11002': 'general',
  '11003': 'special',
  '11009': 'transferredIn',
  '1100202': 'equalisation',
  '1100207': 'basicFinance',
  '1100208': 'settlement',
  '1100226': 'ecology',
  '1100228': 'oldBases',
  '1100229': 'ethnic',
} as const;

type IdOfCode<Code extends string> = Code extends keyof typeof ID_OF_CODE ? (typeof ID_OF_CODE)[Code] : Code;

/** The id of a subject of the classification. */
function idOfCode<Code extends string>(code: Code): IdOfCode<Code> {
  return ((ID_OF_CODE as Readonly<Record<string, string>>)[code] ?? code) as IdOfCode<Code>;
}

const own = <const Id extends string>(side: Side, id: Id, ...names: string[]): SubjectOf<Id> => ({ id, side, names });

function coded<const Line extends CodedName>(side: Side, lines: readonly Line[]): SubjectOf<IdOfCode<Line[0]>>[] {
  return lines.map(([code, name]) => ({
    id: idOfCode<Line[0]>(code),
    side,
    code,
    names: [name, ...FORMER_NAMES.filter((former) => former.code === code).flatMap(({ names }) => names)],
  }));
}

const LIST = [
  own(
    'revenue',
    'localRevenue',
    ...LOCAL_REVENUE_NAMES,
    '本级一般公共预算收入',
    '一般公共预算收入合计',
    '地方一般公共预算收入合计',
    '地方收入',
    '收入合计',
    '本年收入合计',
    '地方收入合计',
    '地方级收入合计',
    '合计',
  ),
  own('revenue', 'totalRevenue', '一般公共预算总收入', '财政总收入', '公共财政总收入', '全口径财政收入'),
  own('revenue', 'centralShare', '上划中央收入', '上划中央'),
  own('revenue', 'provinceShare', '上划省级收入', '上划省收入', '上划省'),
  ...coded('revenue', CLASSIFICATION_2023.revenue),
  own(
    'revenue',
    'assetDisposal',
    '国有资产处置收入',
    '资产处置收入',
    '行政事业单位资产处置收入',
    '行政事业单位国有资产处置收入',
    '其他国有资产处置收入',
  ),
  // The sum of a ledger, which no row names.
  own('revenue', 'disposals'),
  own('revenue', 'taxOffice', '税务部门', '税务部门收入', '税务局', '税务部门组织收入', '税务'),
  own('revenue', 'financeOffice', '财政部门', '财政部门收入', '财政局', '财政部门组织收入', '财政'),
  // Subjects of the years before the classification of 2007, and taxes that have ended since.
  own('revenue', 'businessTax', '营业税'),
  own('revenue', 'farmTaxes', '农业各税', '农业四税', '农业五税'),
  own('revenue', 'enterpriseIncome', '企业收入'),
  own('expenditure', 'construction', '基本建设支出', '基建支出', '基础建设支出'),
  own(
    'expenditure',
    'farmSupport',
    '支农支出',
    '农业支出',
    '支农经费',
    '支援农业拨款',
    '支援农村生产支出',
    '支农和农林水气事业费',
    '农林水利气象事业费',
    '农林水气事业费',
    '林业支出',
    '水利和气象支出',
  ),
  own('expenditure', 'cultureScience', '文教科卫事业费', '文广科卫事业费', '文体、教育、科技卫生经费'),
  own('expenditure', 'educationFees', '教育事业费', '教育事业费支出'),
  own('expenditure', 'scienceFees', '科学事业费支出', '科技三项费'),
  own('expenditure', 'socialSubsidies', '社会保障补助', '社会保障补助支出'),
  own('expenditure', 'administration', '行政管理费', '行政管理费支出'),
  own('expenditure', 'courts', '公检法司支出'),
  own('expenditure', 'cityUpkeep', '城市维护建设费'),
  own('expenditure', 'industryCommerce', '工业商业金融等事务'),
  own('revenue', 'revenueTotal', '收入总计', '收入合计总计'),
  own(
    'expenditure',
    'expenditure',
    ...LOCAL_EXPENDITURE_NAMES,
    '一般公共预算支出合计',
    '支出合计',
    '本年支出合计',
    '合计',
  ),
  ...coded('expenditure', CLASSIFICATION_2023.functions),
  own('expenditure', 'expenditureTotal', '支出总计'),
  // General budget and funds together.
  own('expenditure', 'allExpenditure', '财政总支出'),
  own(
    'expenditure',
    'yearEndSurplus',
    '年终结余',
    '滚存结余',
    '年终滚存结余',
    '结转下年支出',
    '年终结转',
    '年终结转结余',
    '年终结余结转',
  ),
  own('transfer', 'transfers', '上级补助收入', '上级补助收入合计', '转移性收入合计', '上级补助', '合计'),
  ...coded('transfer', CLASSIFICATION_2023.transfers).map((subject) => ({
    ...subject,
    names: [...subject.names, ...(TRANSFER_NAMES[subject.code ?? ''] ?? [])],
  })),
  // The two halves into which tables part the general transfers.
  own('transfer', 'generalFunds', '财力性补助收入', '财力性补助', '财力补助收入'),
  own('transfer', 'sharedPowers', '共同财政事权转移支付收入', '共同财政事权转移支付'),
  own(
    'fund',
    'fundRevenue',
    '政府性基金收入',
    '政府性基金预算收入',
    '本年收入合计',
    '政府性基金收入合计',
    '基金收入',
    '收入合计',
    '政府性基金预算收入合计',
  ),
  {
    ...own('fund', 'landTransfer', '国有土地使用权出让收入', '土地出让收入', '国有土地使用权出让金收入'),
    code: '1030148',
  },
  own(
    'fund',
    'fundExpenditure',
    '政府性基金支出',
    '政府性基金预算支出',
    '本年支出合计',
    '政府性基金支出合计',
    '基金支出',
    '支出合计',
    '政府性基金预算支出合计',
  ),
  own('fund', 'fundInterest', '债务付息支出', '专项债务付息支出'),
  own('fund', 'fundTransferOut', '调出资金', '调出资金至一般公共预算', '调出至一般公共预算'),
  own(
    'capital',
    'capitalRevenue',
    '国有资本经营收入',
    '国有资本经营预算收入',
    '本年收入合计',
    '收入合计',
    '国有资本经营收入合计',
  ),
  own(
    'capital',
    'capitalExpenditure',
    '国有资本经营支出',
    '国有资本经营预算支出',
    '本年支出合计',
    '支出合计',
    '国有资本经营支出合计',
  ),
  own('guarantee', 'guarantee', '三保支出合计', '三保合计', '三保支出', '三保', '合计'),
  own('guarantee', 'guaranteeLivelihood', '保基本民生', '保民生', '基本民生'),
  own('guarantee', 'guaranteeWages', '保工资', '工资'),
  own('guarantee', 'guaranteeRunning', '保运转', '运转'),
  own('suspense', 'suspense', '合计', '暂付款合计', '暂付性款项合计', '总计', '暂付款', '暂付款余额'),
  own('cash', 'cash', '库款'),
  // 库款系数, a plain ratio.
  own('cash', 'coverage'),
  own('debt', 'debt', '合计', '总计', '债务合计', '政府债务合计', '政府债务余额'),
  own(
    'debt',
    'generalDebt',
    '一般债务',
    '一般债务小计',
    '政府一般债务',
    '一般债券',
    '一般债务余额',
    '政府一般债务余额',
  ),
  own(
    'debt',
    'specialDebt',
    '专项债务',
    '专项债务小计',
    '政府专项债务',
    '专项债券',
    '专项债务余额',
    '政府专项债务余额',
  ),
  own('debt', 'hiddenDebt', '隐性债务', '隐性债务小计', '隐性债务合计'),
  own('threePublic', 'threePublic', '合计', '三公经费合计', '三公经费'),
  own('wages', 'wageBill', '合计', '工资合计'),
  own('direct', 'direct', '合计', '总计', '直达资金合计'),
  own('funds', 'surplusFunds', '结转结余资金', '结转结余', '上年结余', '结余资金'),
  own('basis', 'population', '常住人口'),
  own('basis', 'gdp', '地区生产总值', 'GDP', '地区生产总值(GDP)'),
];

/** What a figure can be about: a word, or the code of the classification. One that is not listed does not compile. */
export type SubjectId = (typeof LIST)[number]['id'];

/** Something that figures are about: 税收收入, 教育支出. Known by its code or by one of its names. */
export type Subject = SubjectOf<SubjectId>;

export const SUBJECTS: readonly Subject[] = LIST;

/** Code of a functional class (2xx), and the codes that there are. */
export type FunctionCode = (typeof CLASSIFICATION_2023.functions)[number][0];
export const FUNCTION_CODES: readonly FunctionCode[] = CLASSIFICATION_2023.functions.map(([code]) => code);

/** The functional classes that count as 民生; no statutory list exists, so it is a setting. */
export const LIVELIHOOD_SETS = {
  default14: [
    'publicSafety',
    'education',
    'science',
    'culture',
    'socialSecurity',
    'health',
    'environment',
    'urban',
    'agriculture',
    'transport',
    'commerce',
    'naturalResources',
    'housing',
    'grain',
    'emergency',
  ],
  core5: ['education', 'socialSecurity', 'health', 'housing', 'culture'],
} as const satisfies Readonly<Record<string, readonly SubjectId[]>>;

/** The functional classes that a calibre counts as 民生. */
export function livelihoodSubjects(
  calibre: keyof typeof LIVELIHOOD_SETS | readonly FunctionCode[],
): readonly SubjectId[] {
  return typeof calibre === 'string' ? LIVELIHOOD_SETS[calibre] : calibre.map((code) => idOfCode(code));
}

/** The subjects right below a code of revenue, or below 2 the functional classes, in the order of the classification. */
export function subjectsBelow(code: '101' | '103' | '2'): readonly SubjectId[] {
  const length = code.length + 2;
  const side = code === '2' ? 'expenditure' : 'revenue';
  return SUBJECTS.filter(
    (subject) => subject.side === side && subject.code?.startsWith(code) && subject.code.length === length,
  ).map(({ id }) => id);
}

/** Sides that a table of a kind may speak of; the first that knows a name decides. */
const SIDES_OF_KIND: Readonly<Partial<Record<TableKind, readonly Side[]>>> = {
  一般公共预算收入执行情况表: ['revenue'],
  支出执行表: ['expenditure'],
  转移支付表: ['transfer'],
  政府性基金: ['fund'],
  国有资本经营: ['capital'],
  收支平衡表: ['revenue', 'expenditure', 'transfer'],
  库款月报: ['cash'],
  国库收支存月报: ['cash'],
  社保基金: ['social'],
  三保台账: ['guarantee'],
  任务分解: ['revenue'],
  国库收入分级表: ['revenue'],
  分级分部门: ['revenue'],
  财政支出分级分科目: ['expenditure'],
  暂付款: ['suspense'],
  债务台账: ['debt'],
  三公: ['threePublic'],
  直达资金: ['direct'],
  财政运行基础表: ['revenue', 'expenditure', 'transfer', 'fund', 'capital', 'guarantee', 'debt', 'basis'],
};

export function sidesOf(kind: TableKind, title: string): readonly Side[] {
  // Both are ledgers of 三保, but the 合计 of a wage ledger is of wages alone.
  if (kind === '三保台账' && /工资/.test(title) && !/三保/.test(title)) return ['wages'];
  // No kind of its own: a list of what the budget keeps in reserve.
  if (kind === '存量资金' || (kind === 'unknown' && /存量资金|稳定调节基金|结转结余/.test(title))) return ['funds'];
  return SIDES_OF_KIND[kind] ?? [];
}

const BY_NAME = new Map<string, Subject>();
const BY_CODE = new Map<string, Subject>();
for (const subject of SUBJECTS) {
  for (const name of subject.names)
    if (!BY_NAME.has(`${subject.side}|${name}`)) BY_NAME.set(`${subject.side}|${name}`, subject);
  if (subject.code !== undefined) BY_CODE.set(`${subject.side}|${subject.code}`, subject);
}

/** A subject by its id, which a user may have written; undefined: there is none of that id. */
export function subjectById(id: string): Subject | undefined {
  return SUBJECTS.find((subject) => subject.id === id);
}

/** A code of the classification, or of the treasury's own totals (T01): it says more than the name does. */
const TELLING_CODE = /^(?:T\d+|[1235]\d{2,10})$/;

/** 按部门分：税务部门 begins a block of its own; its first line is no other thing for it. */
function plainName(name: string): string {
  return name.replace(/[“”"「」]/g, '').replace(/^按[一-龥]{1,6}分[:：]/, '');
}

/** What a name says of its calibre: 财政总支出（一般公共预算＋政府性基金）, 总收入（全口径）. */
const CALIBRE = /\([^)]*(?:口径|\+)[^)]*\)?$/;

/** 税收收入小计 is 税收收入. */
const SUBTOTAL = /(?:小计|合计)$/;

function namesOf(name: string): string[] {
  const bare = name.replace(CALIBRE, '');
  return [name, bare, bare.replace(SUBTOTAL, '')];
}

/** The subject of a row, by its code first; a telling code that is none of ours is no subject of ours. */
export function subjectOf(side: Side, name: string, code: string | undefined): Subject | undefined {
  const coded = code === undefined ? undefined : BY_CODE.get(`${side}|${code}`);
  return (
    coded ??
    (code !== undefined && TELLING_CODE.test(code)
      ? undefined
      : namesOf(plainName(name))
          .map((one) => BY_NAME.get(`${side}|${one}`))
          .find((subject) => subject !== undefined))
  );
}
