import type { Period } from '../../../numbers/period';
import { countUnit } from '../../../numbers/unit';
import { isTotalLabel, itemName, plainText } from '../../../tables/label';
import { remembered } from '../../../tables/remembered';
import { rowPath } from '../../../tables/table-place';
import type { Column, ColumnRole, Table, TableRow } from '../../../tables/table';
import { conceptOf } from './concepts';

/** 合计, 总计, 全县合计: the one name under which the totals of two tables meet. */
export const WHOLE = '合计';

/** What says how much, not of what: 农村低保金 and 农村低保|金额 are one thing. */
const TAIL = /(?:合计|总计|小计|总额|金额|数额|数|额|费用|费|基金|金)$/;
/** 城关 in a summary is 城关镇; a name of one letter needs it. */
export const TOWN = /(?<=[一-龥]{2})(?:镇|乡|街道)$/;
/** 县教育局 among offices of the county is 教育局. */
const OWN = /^(?:本级|[县区市](?!级|本|直|市|区|域|城|乡|镇|道|场|政|委))(?=[一-龥]{3})/;
/** 石桥镇财政所 keeps the accounts of 石桥镇. */
const OFFICE = /(?<=[一-龥][镇乡]|街道)(?:财政[所局]|人民政府|政府|办事处)$/;
const LEAST_LETTERS = 2;
const REST = /^其[他它余]|^上述以外/;

/** What a name is of, by which it is found again in another table; empty: it names nothing. */
export const nameKey = remembered((name) => {
  let key = itemName(name)
    .replace(/\(([^()]*)\)/g, (_, inside: string, at: number, text: string) =>
      countUnit(inside) !== undefined && text[at - 1] !== '数' ? inside : '',
    )
    .replace(/[“”"'《》「」\s、,，/—\-:：·.()]/g, '')
    .replace(OFFICE, '')
    .replace(TOWN, '')
    .replace(OWN, '');
  for (let shorter = key.replace(TAIL, ''); shorter !== key; shorter = key.replace(TAIL, '')) {
    if (shorter.length < LEAST_LETTERS) break;
    key = shorter;
  }
  return key.length < LEAST_LETTERS || GENERIC.test(key) ? '' : key;
});

const GENERIC = /^(?:合计|总计|小计|共计|金额|数额|费用|数量|总额|余额|累计)$/;

/** The names by which a row may be called: its own, and with the row above it. */
export function rowKeys(table: Table, row: TableRow): string[] {
  if (row.role === 'aside') return [];
  const path = rowPath(table, row).slice(-2).map(nameKey);
  const own = nameKey(row.name);
  const whole = row.role === 'total' || isTotalLabel(row.label) ? [WHOLE] : [];
  const concept = conceptOf(row.name, table.period) ?? '';
  return unique([...whole, own, own !== '' && path.length === 2 ? path.join('/') : '', concept]);
}

/** The names by which a column may be called: its header with its groups, and alone. */
export function columnKeys({ path, role }: Column, period: Period | undefined): string[] {
  const texts = path.map(plainText).filter((text, i, all) => all[i + 1]?.startsWith(text) !== true);
  const last = texts.at(-1) ?? '';
  const whole = texts.length === 1 && isTotalLabel(last) ? [WHOLE] : [];
  return unique([...whole, nameKey(texts.join('')), nameKey(last), conceptOf(last, period) ?? stageKey(role)]);
}

const STAGES: readonly ColumnRole[] = [
  'month',
  'ytd',
  'prior',
  'budget_initial',
  'opening',
  'closing',
  'inflow',
  'outflow',
];

/** 累计入库 and 上半年累计 of a row are one, whatever they are called. */
function stageKey(role: ColumnRole): string {
  return STAGES.includes(role) ? `@${role}` : '';
}

/** 其他: what it holds depends on what else the table names. */
export function isRest(key: string): boolean {
  return REST.test(key);
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => key !== '');
}
