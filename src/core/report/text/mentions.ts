import { readQuantities, type Amount } from './quantity-grammar';
import type { BlankKind, Mention } from './mention';
import { unitOf } from './units';

/** What follows a mask that stands for a name: **县, **银行. */
const NAMED =
  /^ *(?:自治)?(?:省|市|县|区|州|盟|旗|镇|乡|村|社区|街道|局|委|银行|信用社|公司|集团|中心|学校|医院|同志|项目|工程)/;
/** What stands before a number that ranks or names: 第9位. */
const RANK = /第 ?$/;

/** Every figure and blank of a plain text, in its order. Years, days, ranks and the numbers of lists are none. */
export function findMentions(plain: string): Mention[] {
  const { ranges, documents } = readQuantities(plain);
  const mentions = ranges.flatMap((amounts) => {
    const read = amounts.map((amount) => mentionOf(amount, plain));
    const [last] = read.slice(-1);
    // 0.3－0.8万元 says the unit once, and 1－6月 is no figure at all.
    return read.flatMap((mention, i): Mention[] => {
      if (!mention || !last) return [];
      const unit = mention.unitText === '' ? last.unit : mention.unit;
      return [{ ...mention, unit, ...(i > 0 ? { rangeEnd: true as const } : {}) }];
    });
  });
  const numbers = documents.flatMap(({ startOffset, image }) =>
    [...image.matchAll(/\*+|[X×]+|_+/g)].map((match) =>
      blank(startOffset + match.index, match[0].length, 'documentNumber'),
    ),
  );
  return [...mentions, ...numbers].filter((mention) => isFigure(mention, plain)).sort((a, b) => a.start - b.start);
}

function isFigure({ unit, start, blank: isBlank }: Mention, plain: string): boolean {
  return isBlank !== undefined || (unit.kind !== 'time' && !RANK.test(plain.slice(Math.max(0, start - 2), start)));
}

function mentionOf({ minus, stars, digits, unit }: Amount, plain: string): Mention | undefined {
  const first = stars ?? digits;
  const last = digits ?? stars;
  if (!first || !last) return undefined;
  const start = first.startOffset - (minus ? 1 : 0);
  const end = last.startOffset + last.image.length;
  const unitText = unit?.image ?? '';
  const place = {
    start,
    end,
    unitEnd: unit ? unit.startOffset + unitText.length : end,
    unit: unitOf(unitText),
    unitText,
  };
  if (stars) {
    const kind = blankKind(stars.image, digits !== undefined, unitText, plain.slice(end, end + 8));
    return kind && { ...place, value: 0, decimals: 0, blank: kind };
  }
  const { value, decimals, broken } = number(last.image);
  return { ...place, value: minus ? -value : value, decimals, ...(broken ? { broken } : {}) };
}

function blankKind(stars: string, hasDigits: boolean, unitText: string, behind: string): BlankKind | undefined {
  if (hasDigits) return 'leadingDigits';
  if (unitText !== '') return 'figure';
  if (NAMED.test(behind)) return 'name';
  if (!stars.startsWith('*')) return undefined;
  return stars.length > 1 ? 'name' : 'figure';
}

function blank(start: number, length: number, kind: BlankKind): Mention {
  const end = start + length;
  return { start, end, unitEnd: end, value: 0, decimals: 0, unit: unitOf(''), unitText: '', blank: kind };
}

/** 1,234.50; of 34.568.64 all points but the last are taken for separators. */
function number(image: string): { value: number; decimals: number; broken?: true } {
  const point = image.lastIndexOf('.');
  const whole = (point < 0 ? image : image.slice(0, point)).replace(/[.,]/g, '');
  const fraction = point < 0 ? '' : image.slice(point + 1);
  const isBroken = (point >= 0 && image.slice(0, point).includes('.')) || /^\d{4,},|,\d{4}/.test(image);
  return {
    value: Number(`${whole}.${fraction || '0'}`),
    decimals: fraction.length,
    ...(isBroken ? { broken: true as const } : {}),
  };
}
