/** Words of change, by the way that they go. */
const UP = [
  '增收',
  '增支',
  '增加',
  '增长',
  '增速',
  '增',
  '多收',
  '多支',
  '多完成',
  '多增',
  '净增',
  '调增',
  '上升',
  '上涨',
  '提高',
  '提升',
  '超收',
  '超支',
  '扩大',
  '升',
  '多用',
  '多花',
  '上浮',
  '增多',
  '回升',
  '攀升',
] as const;
const DOWN = [
  '减收',
  '减支',
  '减少',
  '减',
  '下降',
  '降低',
  '降',
  '少收',
  '少支',
  '少完成',
  '少增',
  '净减',
  '调减',
  '回落',
  '短收',
  '欠收',
  '缩减',
  '压减',
  '负增长',
  '下滑',
  '收窄',
  '少用',
  '少花',
  '压缩',
  '节支',
  '节约',
  '下浮',
  '下调',
  '下跌',
  '萎缩',
] as const;
/** What may stand between such a word and its figure: 增幅为, 减少了近. */
const BETWEEN =
  '(?:了|额|幅度|幅|速度|速|率|为|是|达到|达|约|近|超过|超|逾|共计|共|合计|各|:|\\(增长\\)|\\(下降\\)|\\(减少\\)|\\(增加\\))*';
/** What an assessor took off (审减, 核减) is part of what was handed in, and no change against a year before. */
const UP_PATTERN = new RegExp(`(?<![审核])(?:${UP.join('|')})${BETWEEN}$`);
const DOWN_PATTERN = new RegExp(`(?<![审核])(?:${DOWN.join('|')})${BETWEEN}$`);
/** 比上年多, 较上年少: one sign alone says it only where something is compared. */
const COMPARED_MORE = /(?:比|较|同比|相比).*多$/;
const COMPARED_LESS = /(?:比|较|同比|相比).*少$|(?:离|距).*差$|还差$|缺口(?:为|达)?$/;

export type Sign = 1 | -1;

/** The way that the last words before a figure say it went; undefined: they tell of no change. */
export function changeIn(lead: string): Sign | undefined {
  if (DOWN_PATTERN.test(lead) || COMPARED_LESS.test(lead)) return -1;
  if (UP_PATTERN.test(lead) || COMPARED_MORE.test(lead)) return 1;
  return undefined;
}

const AHEAD = /快|超|高|领先|提前|多/;
const BEHIND = /慢|短|低|落后|滞后|欠|差|少/;

/** Ahead of schedule or behind it: 快于序时进度, 短平均进度. */
export function paceSign(lead: string): Sign | undefined {
  return BEHIND.test(lead) ? -1 : AHEAD.test(lead) ? 1 : undefined;
}
