/**
 * How the kinds of table are told apart. A kind is named as the bureaus name it; a word of the title
 * counts most, headers and items support it. Data, not code: a new kind is a new line.
 */
export interface KindWords {
  readonly kind: string;
  /** In the title, the sheet name or the file name. */
  readonly title: RegExp;
  /** In the title it speaks against the kind. */
  readonly not?: RegExp;
  /** Among item names. */
  readonly items?: RegExp;
  /** Among headers. */
  readonly headers?: RegExp;
}

export const TABLE_KINDS: readonly KindWords[] = [
  { kind: '国库收支存月报', title: /收支存(?!分科目)/, headers: /执行数|发生额/ },
  { kind: '国库收入分级表', title: /国库.*收入.*(?:月报|分级)|预算收入月报/, headers: /中央.*地市|国库代码/ },
  { kind: '库款月报', title: /库款/, items: /库款余额|库款流[入出]|月末库款|期末余额/ },
  { kind: '转移支付表', title: /转移支付|上级补助|补助收入|税收返还/, items: /均衡性转移支付|返还性收入|专项转移支付|结算补助/ },
  { kind: '政府性基金', title: /政府性基金|基金(?:预算)?收/, not: /社会?保/, items: /国有土地使用权出让|土地出让/ },
  { kind: '国有资本经营', title: /国有资本经营/, items: /利润收入|股利/ },
  { kind: '社保基金', title: /社会?保险?基金/, items: /养老保险|医疗保险/ },
  { kind: '收支平衡表', title: /收支平衡|收支总表|平衡表/, items: /收入总计|支出总计/ },
  { kind: '分级分部门', title: /分级分部门/, headers: /分级完成|部门/ },
  { kind: '财政支出分级分科目', title: /支出.*分级分科目/ },
  { kind: '市直预算单位执行表', title: /预算单位.*执行|单位.*支出.*进度/, headers: /预算单位/ },
  { kind: '三保台账', title: /[“"]?三保[”"]?/, headers: /保工资|保运转|保基本民生/ },
  { kind: '三公', title: /三公/, headers: /接待|因公出国/ },
  { kind: '债务台账', title: /债务.*(?:台账|明细|情况)|债券.*台账|化债/, headers: /债权人|到期日/ },
  { kind: '国有三资清查台账', title: /三资|资产清查|闲置资产/, headers: /使用状况|处置方式/ },
  { kind: '低保/补贴发放表', title: /低保|补贴.*发放|发放.*明细|到人到户/, headers: /证件号码|实发金额/ },
  { kind: '财源企业台账', title: /财源企业|企业纳税|纳税.*(?:排名|明细)/, headers: /企业名称/ },
  { kind: '电子卖场交易', title: /电子卖场|采购.*(?:交易|订单)/, headers: /供应商|订单号/ },
  { kind: '财政运行基础表', title: /财政运行/ },
  { kind: '部门决算', title: /部门.*决算/ },
  { kind: '部门预算', title: /部门(?!收入分|税).*(?:预算|收支|收入总表|支出总表|拨款)/ },
  {
    kind: '支出执行表',
    title: /支出(?:完成|执行|预算执行|决算|进度|情况)|公共预算支出/,
    not: /分地区/,
    items: /一般公共服务|公共安全支出|教育支出|社会保障和就业/,
    headers: /预算|同期|完成/,
  },
  {
    kind: '一般公共预算收入执行情况表',
    title: /(?:公共预算|财政|地方)收入.*(?:完成|执行|情况|决算)|收入(?:完成|执行)|收入.*进度/,
    items: /增值税|企业所得税|税收收入|非税收入/,
    headers: /预算|同期|完成/,
  },
];
