import type { CodedName } from './classification-2023';

/**
 * Items (款) of the classes that stand outside of the order of functions: aid to other regions, whose items are called
 * by the class that the aid is for, transfers between governments, and repaid principal (政府收支分类科目, 2023).
 */
export const TRANSFER_ITEMS: readonly CodedName[] = [
  ['21901', '一般公共服务'],
  ['21902', '教育'],
  ['21903', '文化旅游体育与传媒'],
  ['21904', '卫生健康'],
  ['21905', '节能环保'],
  ['21906', '农业农村'],
  ['21907', '交通运输'],
  ['21908', '住房保障'],
  ['21999', '其他支出'],
  ['23001', '返还性支出'],
  ['23002', '一般性转移支付'],
  ['23003', '专项转移支付'],
  ['23004', '政府性基金转移支付'],
  ['23005', '国有资本经营预算转移支付'],
  ['23006', '上解支出'],
  ['23008', '调出资金'],
  ['23009', '年终结余'],
  ['23011', '债务转贷支出'],
  ['23015', '安排预算稳定调节基金'],
  ['23016', '补充预算周转金'],
  ['23021', '区域间转移性支出'],
  ['23101', '中央政府国内债务还本支出'],
  ['23102', '中央政府国外债务还本支出'],
  ['23103', '地方政府一般债务还本支出'],
  ['23104', '地方政府专项债务还本支出'],
];
