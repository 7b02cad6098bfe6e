import { subjectOf, type Side, type SubjectId } from '../../fiscal/subjects';
import { isSubject } from '../text/subject';
import type { SourceFigure } from './sources';

const SIDES: readonly Side[] = [
  'revenue',
  'expenditure',
  'transfer',
  'fund',
  'capital',
  'cash',
  'social',
  'guarantee',
  'debt',
  'threePublic',
  'funds',
];

/** A name without what tables and prose put around it. */
export function bareName(name: string): string {
  return name
    .replace(/\([^()]*\)/g, '')
    .replace(/[“”"'「」\s]/g, '')
    .replaceAll('其它', '其他')
    .replace(/^(?:19|20)\d{2}年?度?(?:[1-9]\d?[-~至—]\d{1,2}月份?)?/, '')
    .replace(/^(?:[年期月]?[末底])(?=.{2})/, '')
    .replace(/^(?:全|我|本)?[县市区州]?(?:地方)?政府(?=(?:一般|专项)?债务)/, '')
    .replace(/^(?:其中|全县|全市|全区|我县|本级|县级|地方级)[::]?/, '')
    .replace(/(?:累计|完成|实现|共计|合计|总计|小计|情况)+$/, '')
    .replace(MOVED, '$1调入')
    .replace(/(?<=.{3})(?:资金|经费|投入|项目|任务)+$/, '');
}

/** 从政府性基金预算调入 in a table, 政府性基金收入调入一般公共预算资金计划 in prose. */
const MOVED = /^从?(政府性基金|国有资本经营|其他)(?:预算)?(?:收入)?(?:资金)?调入(?:一般公共预算)?(?:资金)?(?:计划)?$/;

/** Words of which a thing has one: names that have two of them are of two things. */
const OPPOSED: readonly (readonly string[])[] = [
  ['城市', '农村', '城乡'],
  ['一般债', '专项债'],
  ['小学', '初中'],
  ['收入', '支出'],
  ['企业', '个人'],
];

function areOpposed(a: string, b: string): boolean {
  // 非税收入 has the letters of 税收 in it.
  if ([a, b].some((name) => /非税/.test(name)) && [a, b].some((name) => /税收/.test(name.replaceAll('非税', ''))))
    return true;
  return OPPOSED.some((words) => {
    const [inA, inB] = [a, b].map((name) => words.filter((word) => name.includes(word)));
    return inA?.length === 1 && inB?.length === 1 && inA[0] !== inB[0];
  });
}

/** What two names of one thing have in common: 孤儿生活补助 and 孤儿基本生活费. */
function stemOf(bare: string): string {
  return bare.replace(/基本|人员|阶段/g, '').replace(/(?<=.{3})(?:补助|补贴|救助|资金|费|金|款)+$/, '');
}

/** The subjects that a name may be of, on whichever side of the budget. */
function subjectsNamed(name: string): readonly SubjectId[] {
  const bare = bareName(name);
  const forms = [name, bare, bare.replace(/收入$|支出$/, ''), `${bare}收入`, `${bare}支出`];
  return SIDES.flatMap((side) =>
    forms.flatMap((form) => (form === '' ? [] : (subjectOf(side, form, undefined)?.id ?? []))),
  );
}

/** How well a name of prose names a row, 0–1: the same words or the same subject are 1. */
export class NameScores {
  private readonly subjects = new Map<string, readonly SubjectId[]>();
  private readonly scores = new Map<string, number>();

  of(name: string, source: SourceFigure): number {
    const row = source.path.at(-1) ?? '';
    const key = `${name}|${row}|${source.subject ?? ''}|${String(source.isTotal)}|${source.title}`;
    let score = this.scores.get(key);
    if (score === undefined) this.scores.set(key, (score = this.scored(name, row, source)));
    return score;
  }

  private scored(name: string, row: string, { subject, isTotal, title }: SourceFigure): number {
    const [said, told] = [bareName(name), bareName(row)];
    if (said === '') return 0;
    if (areOpposed(said, told)) return 0;
    const stem = stemOf(said);
    if (said === told || [`${said}收入`, `${said}支出`].includes(told)) return 1;
    if (subject !== undefined && this.named(name).includes(subject)) return 1;
    // 青禾县库款系数, of its own table.
    if (subject === 'coverage') return said.endsWith(told) && title.includes(said.slice(0, -told.length)) ? 1 : 0;
    if (stem.length >= 3 && stem === stemOf(told)) return 0.97;
    // 城乡居民养老保险参保人数 is the row 参保人数 of a table about 城乡居民养老保险.
    if (told.length >= 4 && said.endsWith(told)) {
      const about = said.slice(0, -told.length);
      if (about.length >= 4 && title.includes(about)) return 0.97;
    }
    // A row that is called 合计 is what its table is about.
    if (isTotal && GENERIC.test(told)) return Math.max(titleScore(said, title), titleScore(stem, title));
    const likeness = (2 * commonLength(said, told)) / (said.length + told.length);
    if (told.length < 3 || (likeness < ALIKE && !isSubject(said, told))) return 0;
    return 0.6 + 0.3 * likeness;
  }

  private named(name: string): readonly SubjectId[] {
    let known = this.subjects.get(name);
    if (!known) this.subjects.set(name, (known = subjectsNamed(name)));
    return known;
  }
}

/** What a row is called that is of all its table. */
export const GENERIC = /^(?:全县|本年)?(?:合计|总计|收入|支出|本年收入|本年支出)?$/;
/** Two names of which less is common are of two things. */
const ALIKE = 0.75;

function titleScore(said: string, title: string): number {
  const plain = bareTitle(title);
  if (said.length >= 4 && plain.includes(said)) return 0.96;
  return isSubject(said, plain) ? 0.85 : 0;
}

/** Length of the longest row of characters that both have in that order. */
function commonLength(a: string, b: string): number {
  let before = new Array<number>(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(b.charAt(j) === char ? (before[j] ?? 0) + 1 : Math.max(before[j + 1] ?? 0, next[j] ?? 0));
    before = next;
  }
  return before[b.length] ?? 0;
}

function bareTitle(title: string): string {
  return title.replace(/(?:19|20)\d{2}年|\d{1,2}[-—－~至]\d{1,2}月|\d{1,2}月份?|上半年|截至|月底|[“”"'「」]/g, '');
}
