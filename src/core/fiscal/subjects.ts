/** Which side of the budget a subject stands on; the kind of table decides it. */
export type Side = 'revenue' | 'expenditure' | 'transfer' | 'fund';

/** Something that figures are about: 税收收入, 教育支出. Known by its code or by one of its names. */
export interface Subject {
  readonly id: string;
  readonly side: Side;
  /** 政府收支分类科目, where the subject has one. */
  readonly code?: string;
  /** Plain names, the current one first; earlier and local spellings follow. */
  readonly names: readonly string[];
}

const revenue = (id: string, code: string | undefined, ...names: string[]): Subject => ({ id, side: 'revenue', names, ...(code === undefined ? {} : { code }) });
const spending = (id: string, code: string | undefined, ...names: string[]): Subject => ({ id, side: 'expenditure', names, ...(code === undefined ? {} : { code }) });
const transfer = (id: string, code: string | undefined, ...names: string[]): Subject => ({ id, side: 'transfer', names, ...(code === undefined ? {} : { code }) });
const fund = (id: string, code: string | undefined, ...names: string[]): Subject => ({ id, side: 'fund', names, ...(code === undefined ? {} : { code }) });

/** Codes of the 2023 classification; names that changed over the years stand beside the current one. */
export const SUBJECTS: readonly Subject[] = [
  revenue('localRevenue', undefined, '地方一般公共预算收入', '一般公共预算收入', '地方财政收入', '财政收入', '一般公共预算收入合计', '地方财政一般预算收入', '一般预算收入', '地方一般预算收入', '公共财政预算收入', '地方公共财政预算收入', '收入合计', '本年收入合计', '地方收入合计', '合计'),
  revenue('totalRevenue', undefined, '一般公共预算总收入', '财政总收入', '公共财政总收入', '全口径财政收入'),
  revenue('tax', '101', '税收收入', '各项税收', '税收', '地方税收', '地方税收收入'),
  revenue('valueAddedTax', '10101', '增值税', '国内增值税'),
  revenue('corporateIncomeTax', '10104', '企业所得税'),
  revenue('personalIncomeTax', '10106', '个人所得税'),
  revenue('landAppreciationTax', '10113', '土地增值税'),
  revenue('farmlandTax', '10118', '耕地占用税'),
  revenue('deedTax', '10119', '契税'),
  revenue('nonTax', '103', '非税收入'),
  revenue('specialIncome', '10302', '专项收入'),
  revenue('fines', '10305', '罚没收入'),
  revenue('assetIncome', '10307', '国有资源(资产)有偿使用收入', '国有资源资产有偿使用收入'),
  revenue('taxOffice', undefined, '税务部门', '税务部门收入', '税务局'),
  revenue('financeOffice', undefined, '财政部门', '财政部门收入', '财政局'),
  spending('expenditure', undefined, '一般公共预算支出', '财政支出', '一般公共预算支出合计', '地方一般公共预算支出', '一般预算支出', '公共财政预算支出', '支出合计', '本年支出合计', '合计'),
  spending('generalServices', '201', '一般公共服务支出', '一般公共服务'),
  spending('publicSafety', '204', '公共安全支出', '公共安全'),
  spending('education', '205', '教育支出', '教育'),
  spending('science', '206', '科学技术支出', '科学技术'),
  spending('culture', '207', '文化旅游体育与传媒支出', '文化旅游体育与传媒', '文化体育与传媒支出', '文化体育与传媒'),
  spending('socialSecurity', '208', '社会保障和就业支出', '社会保障和就业', '社会保障与就业'),
  spending('health', '210', '卫生健康支出', '卫生健康', '医疗卫生与计划生育支出', '医疗卫生与计划生育', '医疗卫生支出', '医疗卫生'),
  spending('environment', '211', '节能环保支出', '节能环保', '环境保护'),
  spending('urban', '212', '城乡社区支出', '城乡社区', '城乡社区事务'),
  spending('agriculture', '213', '农林水支出', '农林水', '农林水事务'),
  spending('transport', '214', '交通运输支出', '交通运输'),
  spending('commerce', '216', '商业服务业等支出', '商业服务业等', '商业服务业等事务'),
  spending('naturalResources', '220', '自然资源海洋气象等支出', '自然资源海洋气象等', '国土海洋气象等支出', '国土海洋气象等'),
  spending('housing', '221', '住房保障支出', '住房保障'),
  spending('grain', '222', '粮油物资储备支出', '粮油物资储备', '粮油物资储备事务'),
  spending('emergency', '224', '灾害防治及应急管理支出', '灾害防治及应急管理'),
  spending('reserve', '227', '预备费'),
  spending('interest', '232', '债务付息支出', '债务付息'),
  transfer('transfers', undefined, '上级补助收入', '上级补助收入合计', '转移性收入', '合计'),
  transfer('returned', '11001', '返还性收入', '税收返还收入', '返还性收入合计'),
  transfer('general', '11002', '一般性转移支付收入', '一般性转移支付', '财力性补助收入', '财力性转移支付'),
  transfer('special', '11003', '专项转移支付收入', '专项转移支付', '专项补助收入'),
  transfer('equalisation', '1100202', '均衡性转移支付收入', '均衡性转移支付', '均衡性转移支付补助收入'),
  transfer('basicFinance', '1100207', '县级基本财力保障机制奖补资金收入', '县级基本财力保障机制奖补资金', '县级基本财力保障收入'),
  transfer('settlement', '1100208', '结算补助收入', '结算补助'),
  transfer('ecology', '1100226', '重点生态功能区转移支付收入', '重点生态功能区转移支付', '生态功能区补助收入'),
  transfer('oldBases', '1100228', '革命老区转移支付收入', '革命老区转移支付', '革命老区补助'),
  transfer('ethnic', '1100229', '民族地区转移支付收入', '民族地区转移支付', '民族地区转移支付补助'),
  fund('fundRevenue', undefined, '本年收入合计', '政府性基金收入', '政府性基金收入合计', '收入合计', '政府性基金预算收入合计'),
  fund('landTransfer', '1030148', '国有土地使用权出让收入', '土地出让收入', '国有土地使用权出让金收入'),
  fund('fundExpenditure', undefined, '本年支出合计', '政府性基金支出', '政府性基金支出合计', '支出合计', '政府性基金预算支出合计'),
  fund('fundTransferOut', undefined, '调出资金', '调出资金至一般公共预算'),
];

/** The functional classes that count as 民生; no statutory list exists, so it is a setting. */
export const LIVELIHOOD_SETS = {
  default14: ['publicSafety', 'education', 'science', 'culture', 'socialSecurity', 'health', 'environment', 'urban', 'agriculture', 'transport', 'commerce', 'naturalResources', 'housing', 'grain', 'emergency'],
  core5: ['education', 'socialSecurity', 'health', 'housing', 'culture'],
} as const;

const SIDE_OF_KIND: Readonly<Record<string, Side>> = {
  一般公共预算收入执行情况表: 'revenue',
  支出执行表: 'expenditure',
  转移支付表: 'transfer',
  政府性基金: 'fund',
};

export function sideOf(kind: string): Side | undefined {
  return SIDE_OF_KIND[kind];
}

const BY_NAME = new Map<string, Subject>();
const BY_CODE = new Map<string, Subject>();
for (const subject of SUBJECTS) {
  for (const name of subject.names) BY_NAME.set(`${subject.side}|${name}`, subject);
  if (subject.code !== undefined) BY_CODE.set(`${subject.side}|${subject.code}`, subject);
}

/** The subject of a row, by its code first. */
export function subjectOf(side: Side, name: string, code: string | undefined): Subject | undefined {
  return (code === undefined ? undefined : BY_CODE.get(`${side}|${code}`)) ?? BY_NAME.get(`${side}|${name}`);
}
