import { type Column, groupOf, type Table } from '../../tables/table';

const TIER = /^(中央|省|市|州|县|区)(?:级|本级)?(?:收入|入库|分成|分享|留成|部分)?(?:数|额)?$/;

interface TiersAcross {
  /** What others get of it. */
  readonly others: ReadonlySet<Column>;
  /** All tiers together: 合计, 全口径. */
  readonly wholes: ReadonlySet<Column>;
}

const KNOWN = new WeakMap<Table, TiersAcross>();

/** 全口径 | 中央级 | 省级 | 县级 of one tax: the county's own is its level, not what others get of it, nor all together. */
export function tiersAcross(table: Table): TiersAcross {
  const known = KNOWN.get(table) ?? readTiers(table);
  KNOWN.set(table, known);
  return known;
}

function readTiers({ columns }: Table): TiersAcross {
  const leafOf = ({ path }: Column): string => (path.at(-1) ?? '').replace(/\(.*\)$/, '');
  const tierOf = (column: Column): string | undefined => TIER.exec(leafOf(column))?.[1];
  const others = new Set<Column>();
  const wholes = new Set<Column>();
  for (const own of columns.filter((column) => /^[县区]$/.test(tierOf(column) ?? '') && column.path.length > 1)) {
    const beside = columns.filter((column) => column !== own && groupOf(column) === groupOf(own));
    if (!beside.some((column) => tierOf(column) === '中央')) continue;
    for (const column of beside) {
      if (tierOf(column) !== undefined) others.add(column);
      if (/^(?:合计|小计|总计|全口径)/.test(leafOf(column))) wholes.add(column);
    }
  }
  return { others, wholes };
}
