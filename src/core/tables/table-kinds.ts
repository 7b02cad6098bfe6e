/**
 * The kinds of table, named as the bureaus name them. Narrow ones stand before the wide ones: of two that are equally
 * likely the first is taken. By what words each is known, kind-words.ts says.
 */
export const TABLE_KINDS = [
  '国库收支存月报',
  '国库收入分级表',
  '分级分部门',
  '财政支出分级分科目',
  '市直预算单位执行表',
  '三保明细',
  '三保台账',
  '三公',
  '暂付款',
  '直达资金',
  '财政专户',
  '库款月报',
  '化债台账',
  '债务台账',
  '涉农整合',
  '环保投入',
  '义务教育公用经费测算表',
  '公共卫生',
  '社会救助标准',
  '低保/补贴发放表',
  '财源企业台账',
  '争资争项',
  '任务分解',
  '电子卖场交易',
  '国有三资清查台账',
  '财政运行基础表',
  '存量资金',
  '衔接资金项目',
  '投资评审',
  '绩效评价',
  '监督检查',
  '会计账簿',
  '财务报表',
  '乡镇财政收支',
  '政府购买服务',
  '社保基金',
  '国有资本经营',
  '政府性基金',
  '转移支付表',
  '收支平衡表',
  '部门决算',
  '部门预算',
  '支出执行表',
  '一般公共预算收入执行情况表',
] as const;

/** A kind that is known by its words. One that is not in the list above does not compile. */
export type KnownKind = (typeof TABLE_KINDS)[number];

/** The kind of a table; `unknown`: its words are of none. */
export type TableKind = KnownKind | 'unknown';

/** Whether a text, of a user's file for example, names a kind. */
export function isTableKind(text: string): text is TableKind {
  return text === 'unknown' || TABLE_KINDS.some((kind) => kind === text);
}
