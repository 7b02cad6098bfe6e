import { roundHalfUp } from '../../src/core/numbers/decimal';

/** An asset that was sold or let, 万元; what it brought is non-tax revenue of the month in which it was paid in. */
export interface Disposal {
  readonly owner: string;
  readonly asset: string;
  readonly kind: '房屋' | '土地' | '车辆设备';
  readonly way: '出售' | '出租' | '报废处置';
  readonly approved: string;
  readonly document: string;
  readonly disposed: string;
  readonly book: number;
  readonly appraised: number;
  readonly income: number;
  readonly paidIn: string;
  readonly voucher: string;
}

export const DISPOSALS: readonly Disposal[] = [
  {
    owner: '县机关事务服务中心',
    asset: '原县委党校旧教学楼',
    kind: '房屋',
    way: '出售',
    approved: '2023-01-12',
    document: '青财资〔2023〕3号',
    disposed: '2023-02-08',
    book: 126.4,
    appraised: 318.5,
    income: 322,
    paidIn: '2023-02-20',
    voucher: '0230118',
  },
  {
    owner: '县供销合作社联合社',
    asset: '城南仓库',
    kind: '房屋',
    way: '出租',
    approved: '2023-01-18',
    document: '青财资〔2023〕5号',
    disposed: '2023-02-01',
    book: 84.2,
    appraised: 150,
    income: 18.6,
    paidIn: '2023-02-15',
    voucher: '0230126',
  },
  {
    owner: '县农业农村局',
    asset: '原种场东侧地块',
    kind: '土地',
    way: '出售',
    approved: '2023-02-16',
    document: '青财资〔2023〕11号',
    disposed: '2023-03-21',
    book: 62,
    appraised: 205.3,
    income: 208.8,
    paidIn: '2023-03-30',
    voucher: '0230207',
  },
  {
    owner: '县公安局',
    asset: '报废警务车辆9台',
    kind: '车辆设备',
    way: '报废处置',
    approved: '2023-03-06',
    document: '青财资〔2023〕16号',
    disposed: '2023-03-28',
    book: 112.7,
    appraised: 8.4,
    income: 9.35,
    paidIn: '2023-04-06',
    voucher: '0230255',
  },
  {
    owner: '县交通运输局',
    asset: '原养路工区房屋及院落',
    kind: '房屋',
    way: '出售',
    approved: '2023-03-15',
    document: '青财资〔2023〕19号',
    disposed: '2023-04-19',
    book: 40.8,
    appraised: 96.2,
    income: 101.5,
    paidIn: '2023-04-28',
    voucher: '0230301',
  },
  {
    owner: '县教育局',
    asset: '白水乡原村小校舍3处',
    kind: '房屋',
    way: '出租',
    approved: '2023-04-03',
    document: '青财资〔2023〕22号',
    disposed: '2023-05-04',
    book: 58.3,
    appraised: 70,
    income: 6.2,
    paidIn: '2023-05-16',
    voucher: '0230377',
  },
  {
    owner: '县水利局',
    asset: '灌区管理站闲置地块',
    kind: '土地',
    way: '出售',
    approved: '2023-04-25',
    document: '青财资〔2023〕27号',
    disposed: '2023-06-02',
    book: 35.6,
    appraised: 88,
    income: 90.4,
    paidIn: '2023-06-12',
    voucher: '0230418',
  },
  {
    owner: '县卫生健康局',
    asset: '报废医疗设备一批',
    kind: '车辆设备',
    way: '报废处置',
    approved: '2023-05-10',
    document: '青财资〔2023〕31号',
    disposed: '2023-06-08',
    book: 203.9,
    appraised: 12.6,
    income: 13.15,
    paidIn: '2023-06-19',
    voucher: '0230432',
  },
];

/** What was paid in up to a day, 万元. */
export function paidInUpTo(day: string): number {
  return roundHalfUp(
    DISPOSALS.filter(({ paidIn }) => paidIn <= day).reduce((sum, { income }) => sum + income, 0),
    2,
  );
}
