import type { MessageId } from '../messages/message-id';
import type { Translator } from '../messages/translator';

/** The catalogue's units in the words of a language. */
const UNIT_TEXT: Readonly<Record<string, MessageId>> = {
  '%': 'indicator.unit.percent',
  万元: 'indicator.unit.tenThousandYuan',
  '万元/亩': 'indicator.unit.tenThousandYuanPerMu',
  个: 'indicator.unit.pieces',
  个百分点: 'indicator.unit.points',
  人: 'indicator.unit.persons',
  倍: 'indicator.unit.times',
  '元/人': 'indicator.unit.yuanPerHead',
  '元/人·月': 'indicator.unit.yuanPerHeadAndMonth',
  '元/年': 'indicator.unit.yuanPerYear',
  '元/月': 'indicator.unit.yuanPerMonth',
  处: 'indicator.unit.places',
  天: 'indicator.unit.days',
  宗: 'indicator.unit.cases',
  家: 'indicator.unit.firms',
  平方米: 'indicator.unit.squareMetres',
  年: 'indicator.unit.years',
  户: 'indicator.unit.households',
  笔: 'indicator.unit.payments',
};

/** A unit as a reader of the language writes it; ratios have none. */
export function unitWord(unit: string, translate: Translator): string {
  const id = UNIT_TEXT[unit];
  return id === undefined ? unit : translate.text(id);
}
