import { readReport } from '../../../src/core/report/read-report';

/** Every statement of a text that is more than a part of a whole: its kind, what it rests on, what it says, whether it comes out. */
function claims(text: string): string[] {
  return readReport(text)
    .claims.filter(({ kind }) => kind !== 'part_of')
    .map(
      ({ kind, operands, stated, verdict }) =>
        `${kind} ${operands.map(({ placed }) => placed.mention.value).join(' ')} → ${stated.placed.mention.value} ${verdict}`,
    );
}

describe('sums', () => {
  test('a list behind its total, a chain before one, and each division of a total by itself', () => {
    expect(claims('收入52130万元，其中：税收33180万元，非税18950万元。按部门，税务34260万元，财政17870万元。')).toEqual(
      ['sum 33180 18950 → 52130 holds', 'sum 34260 17870 → 52130 holds'],
    );
    expect(claims('支出46320万元，加上解5240万元、还本2150万元，支出合计53710万元。')).toEqual([
      'sum 46320 5240 2150 → 53710 holds',
    ]);
  });

  test('brackets are lists of their own', () => {
    expect(claims('收入8420万元，补助6130万元（一般4210万元、专项1920万元），收入总计14550万元。')).toEqual([
      'sum 4210 1920 → 6130 holds',
      'sum 8420 6130 → 14550 holds',
    ]);
  });

  test('where amounts add up so do their budgets and their increases', () => {
    expect(
      claims(
        '收入9360万元，为预算24100万元的38.8%：税收6120万元，为预算15300万元的40%；非税3240万元，为预算8800万元的36.8%。',
      ),
    ).toContain('sum 15300 8800 → 24100 holds');
    expect(claims('收入9360万元，多收460万元：税收6120万元，多收620万元；非税3240万元，少收160万元。')).toContain(
      'sum 620 160 → 460 holds',
    );
  });

  test('1亿元 among amounts of two decimals is 1.00', () => {
    expect(claims('限额2.39亿元，一般1.39亿元，专项1亿元。')).toEqual(['sum 1.39 1 → 2.39 holds']);
  });

  test('reasons in a bracket make the change before it', () => {
    expect(claims('补助由17282万元调为20402万元，调增3120万元（专项1825万元、一般1295万元）。')).toContain(
      'sum 1825 1295 → 3120 holds',
    );
  });

  test('numbered items make the total before them', () => {
    const items = '1.“甲（项）”25.40万元。\n2.“乙（项）”31.70万元。\n3.“丙（项）”18.20万元。';
    expect(claims(`支出预算75.30万元。\n${items}`)).toContain('sum 25.4 31.7 18.2 → 75.3 holds');
  });
});

test('what came in, less what went out, is what is left', () => {
  expect(claims('基金收入48210万元，支出41530万元，当年结余6680万元。')).toContain('sum 41530 6680 → 48210 holds');
  expect(claims('社保收入11867万元，上年结余6038万元，支出9380万元，年终结余8525万元。')).toContain(
    'delta 11867 6038 9380 → 8525 holds',
  );
  expect(claims('收入合计192496万元；支出合计101788万元；年终结余90708万元。')).toContain(
    'sum 101788 90708 → 192496 holds',
  );
});

test('the rate of a total follows from the changes of its parts', () => {
  expect(claims('收入25707万元，增长12.3%。税收10340万元，多收909万元；非税15367万元，多收1910万元。')).toContain(
    'growth 25707 909 1910 → 12.3 holds',
  );
});

test('one ratio told twice is one ratio', () => {
  const twice = (second: string) =>
    claims(`收入33.82亿元，为目标33.23亿元的101.78%。回顾全年，收入33.82亿元，为目标33.23亿元的${second}%。`);
  expect(twice('101.78')).toContain('equal 101.78 → 101.78 holds');
  expect(twice('101.76')).toContain('equal 101.78 → 101.76 broken');
});

test('an amount in brackets in another unit is the same amount', () => {
  expect(claims('财政总收入12.35亿元（123512万元）。')).toEqual(['equal 12.35 → 123512 holds']);
  expect(claims('财政总收入12.35亿元（132512万元）。')).toEqual(['equal 12.35 → 132512 broken']);
});

test('what follows a list may be of its total', () => {
  expect(claims('债务余额286400万元，其中：一般152300万元，专项134100万元，比限额301500万元低15100万元。')).toContain(
    'delta 286400 301500 → 15100 holds',
  );
});

test('a claim with a blank in it is not judged', () => {
  expect(claims('收入*万元，为预算24100万元的38.8%。')).toEqual([]);
});

test('bounds loosen: 超 holds from there on, 约 nearly, a goal not at all', () => {
  expect(claims('支出20000万元，占预算40000万元的50%以上。')).toEqual(['progress 20000 40000 → 50 holds']);
  expect(claims('支出20400万元，占预算40000万元的约50%。')).toEqual(['progress 20400 40000 → 50 holds']);
  expect(claims('力争支出20400万元，占预算40000万元的50%。')).toEqual(['progress 20400 40000 → 50 unclear']);
});
