/** Made-up people: common surnames, invented given names, ID numbers of a region that does not exist with valid check digits. */
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹'];
const GIVEN = [
  '秀英',
  '桂兰',
  '建国',
  '志强',
  '玉珍',
  '春生',
  '凤英',
  '德胜',
  '金莲',
  '国庆',
  '满秀',
  '长发',
  '冬梅',
  '水生',
  '翠花',
  '光明',
  '桂香',
  '正华',
  '月娥',
  '福贵',
  '连英',
  '家旺',
  '菊香',
  '运来',
  '腊梅',
];
/** No county has this code. */
const REGION = '431299';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export interface Person {
  readonly name: string;
  readonly id: string;
  /** ISO. */
  readonly birth: string;
  readonly sex: '男' | '女';
}

export function person(random: () => number, [oldest, youngest]: readonly [fromYear: number, toYear: number]): Person {
  const year = oldest + Math.floor(random() * (youngest - oldest + 1));
  const month = two(1 + Math.floor(random() * 12));
  const day = two(1 + Math.floor(random() * 28));
  const order = 1 + Math.floor(random() * 998);
  const surname = SURNAMES[Math.floor(random() * SURNAMES.length)] ?? '王';
  const given = GIVEN[Math.floor(random() * GIVEN.length)] ?? '建国';
  return {
    name: `${surname}${given}`,
    id: withCheckDigit(`${REGION}${year}${month}${day}${String(order).padStart(3, '0')}`),
    birth: `${year}-${month}-${day}`,
    sex: order % 2 === 1 ? '男' : '女',
  };
}

/** GB 11643: the eighteenth character checks the seventeen before it. */
function withCheckDigit(seventeen: string): string {
  const sum = [...seventeen].reduce((all, digit, i) => all + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return `${seventeen}${'10X98765432'[sum % 11]}`;
}

/** The same number with a last character that does not check. */
export function wrongCheckDigit(id: string): string {
  return `${id.slice(0, 17)}${id.endsWith('7') ? '3' : '7'}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
