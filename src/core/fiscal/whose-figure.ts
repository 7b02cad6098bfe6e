import type { BookId } from '../grid/book-id';
import type { Column, Table } from '../tables/table';
import type { SubjectId } from './subjects';

/** What stands before the name: the number of the table (表一, 附件2-1：), … */
const TABLE_NUMBER = /^(?:附[表件]?|表|公开)(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:[-—.]\d{1,2})*表?[:、.\s]*/;
/** … an area code (46 海南省2020年…), the day of the figures, or whose treasury it is. */
const BEFORE_PLACE =
  /^(?:截[至止]到?)?(?:(?:19|20)\d{2}年度?)?(?:\d{1,2}(?:[-—~～至]\d{1,2})?月(?:份|末|底)?)?(?:\d{1,2}日)?(?:第?[一二三四]季度末?|前[一二三四五六七八九十\d]{1,3}个?(?:月|季度)|[上下]半年|全年)?(?:\d{2,9}\s*(?=[一-龥])|(?:国家|中国)?金库)?/;
const PLACE = /^(?:[一-龥]{2,8}(?:省|州|市(?=[一-龥]{2,6}[县区市])))?([一-龥]{2,8}?(?:自治县|县|区|市|旗))/;

/** A table of one unit is not the county, whoever else keeps one of that name; 财政局 keeps the county's. */
const UNIT =
  /(?:局|委员会|办公室|[县市区省][一-龥]{1,6}[委办]|法院|检察院|中心|中学|小学|学校|医院|卫生院|党校|大队|联合会|工会|人大|政协)(?=$|[\d(“"三部本])/;

/** Whose figure it is: a row's or a column's own, else the unit that the table is of, and the part of the debt. */
export function scopeOf(table: Table, column: Column, scope: string): string {
  const own = scope === '' && OF_SOME.test(table.title) ? table.title : scope;
  const part = table.kind === '债务台账' ? (debtPart(table, column) ?? '') : '';
  return [own === '' ? unitOf(table) : own, part].filter((text) => text !== '').join('|');
}

/** 部分单位, 分部门; 二、支出部分 is one side of the whole. */
const OF_SOME = /(?<![收支][入出]|收支)部分|部门/;

function unitOf({ kind, place = '', title, sheet }: Table): string {
  if (kind === '收支平衡表') return UNIT.test(place) && !/财政局/.test(place) ? place : '';
  if (kind !== '三公' && kind !== '部门预算' && kind !== '部门决算') return '';
  return [place, title, sheet].find((text) => UNIT.test(text) && !/财政局/.test(text)) ?? '';
}

/** 一般债务, 专项债务 or 隐性债务, where headers, title or sheet speak of one of them alone. */
export function debtPart({ title, sheet }: Table, { path }: Column): keyof typeof DEBT_PARTS | undefined {
  const inHeaders = partIn(path.join('|'));
  return inHeaders ?? partIn(title) ?? partIn(sheet);
}

export const DEBT_PARTS: Readonly<Record<string, SubjectId>> = {
  一般债务: 'generalDebt',
  专项债务: 'specialDebt',
  隐性债务: 'hiddenDebt',
};

function partIn(text: string): keyof typeof DEBT_PARTS | undefined {
  const named = (['一般债务', '专项债务', '隐性债务'] as const).filter((part) =>
    text.includes(part.slice(0, part === '隐性债务' ? 2 : 3)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The county that a title names, or else the name of its file; empty: none. */
export function placeOf({ title }: Table, book: BookId): string {
  const file = book.split(/[\\/]/).at(-1) ?? '';
  return countyIn(title) || countyIn(file.replace(BEFORE_NAME, ''));
}

/** 01-, (3) before the name of a file. */
const BEFORE_NAME = /^[\w\s.、()（）【】[\]-]+/;

/** 直达资金县级支出 names no county, 一季度县财政拨付 none either. */
const NO_NAME = /资金|预算|收入|支出|补[贴助]|季度|半年|债|项目|财政|经费|部门|单位|情况|税/;

function countyIn(text: string): string {
  const name = PLACE.exec(text.replace(TABLE_NUMBER, '').replace(BEFORE_PLACE, ''))?.[1] ?? '';
  return NO_NAME.test(name) ? '' : name;
}
