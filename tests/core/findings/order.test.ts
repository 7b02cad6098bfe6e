import type { Finding } from '../../../src/core/findings/finding';
import { inOrder } from '../../../src/core/findings/order';
import type { Amount } from '../../../src/core/findings/rule';
import { NATIONAL_PACK } from '../../../src/core/fiscal/national-pack';
import { dossierOf } from '../../../src/core/reading/dossier';
import { workbookOf } from '../../support/text-table';
import { finding } from './build';

const workbook = workbookOf('【表一】\n| 甲 |\n【表二】\n| 乙 |');
const dossier = dossierOf({ workbook, sheets: [], companions: [], bookName: String, pack: NATIONAL_PACK });

const off = (amount: number, unit?: Amount['unit']): Partial<Finding> => ({
  data: { difference: { amount, decimals: 0, ...(unit ? { unit } : {}) } },
});
const SURE: Partial<Finding> = { cause: { kind: 'omitted', cell: { row: 0, column: 0 }, shouldBe: 1 } };
const OPEN: Partial<Finding> = { cause: { kind: 'undetermined' } };
const warning = { level: 'warning' } as const;

/** Each list is in the order in which a reader must see it. */
const ORDERS: readonly (readonly [why: string, inTheirOrder: readonly Finding[]])[] = [
  [
    'red lines, errors, warnings red before yellow, hints',
    [
      finding('表二!B9', { ...warning, grade: 'red', redLine: true }),
      finding('表二!B8'),
      finding('表二!B7', { ...warning, grade: 'red' }),
      finding('表二!B6', { ...warning, grade: 'yellow', redLine: true }),
      finding('表二!B5', warning),
      finding('表二!B4', { level: 'hint', grade: 'yellow' }),
      finding('表二!B3', { level: 'hint' }),
    ],
  ],
  [
    'errors by their difference in yuan, those without a unit last',
    [
      finding('表二!B9', off(2, '亿元')),
      finding('表二!B8', off(-90, '万元')),
      finding('表二!B7', off(100_000, '元')),
      finding('表二!B6', off(0, '元')),
      finding('表一!B2', off(999_999_999)),
      finding('表一!B3', { data: { difference: '很多' } }),
      finding('表一!B4', { data: { difference: ['一', '二'] } }),
      finding('表一!B5'),
    ],
  ],
  [
    'of errors of one size those whose cause is told',
    [
      finding('表二!B9', { ...off(5, '元'), ...SURE }),
      finding('表一!B1', { ...off(5, '元'), ...OPEN }),
      finding('表一!B2', off(5, '元')),
    ],
  ],
  [
    'warnings by their place, however much they are off and whatever the cause',
    [
      finding('表一!B2', { ...warning, ...OPEN }),
      finding('表一!C2', { ...warning, ...off(1, '元') }),
      finding('表一!B3', { ...warning, ...off(5, '亿元'), ...SURE }),
      finding('表二!A1', { ...warning, ...SURE }),
    ],
  ],
  [
    'sheet, row, column, code; what is of no cell first',
    [
      finding('表一!A1', { at: [], code: 'A101' }),
      finding('表一!B9', { code: 'A101' }),
      finding('表二!C2', { code: 'A103' }),
      finding('表二!B3', { code: 'A102' }),
      finding('表二!B3', { code: 'T301' }),
    ],
  ],
];

test.each(ORDERS)('%s', (_why, inTheirOrder) => {
  expect(inOrder([...inTheirOrder].reverse(), dossier)).toEqual(inTheirOrder);
  expect(inOrder(inTheirOrder, dossier)).toEqual(inTheirOrder);
});
