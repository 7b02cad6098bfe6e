import { NATIONAL_PACK } from '../../core/fiscal/national-pack';
import { layered, type Bounds, type Calibres, type Pack, type PackLayer, type Source } from '../../core/fiscal/pack';
import { roundHalfUp } from '../../core/numbers/decimal';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';

/** Where a number stands in a bound: `['warn']`, `[1, 'value']`. */
export type Path = readonly (string | number)[];

/** One number of the bounds in force, as it is shown and changed. */
export interface StandardLine {
  readonly key: keyof Bounds;
  readonly path: Path;
  readonly name: string;
  /** In the unit that is shown: 30 for a share of 0.3. */
  readonly value: number;
  readonly unit: string;
  readonly source: Source;
  readonly isChanged: boolean;
}

/** Bounds that are no shares; `ratio` stays as it is written. */
const UNITS: Partial<Record<keyof Bounds, 'ratio' | 'days' | 'months' | 'firms' | 'yuan' | 'wan' | 'years' | 'day'>> = {
  treasury: 'ratio',
  cashDays: 'days',
  cashToGuarantee: 'ratio',
  debtCover: 'ratio',
  extremePoverty: 'ratio',
  transferBegun: 'months',
  firms: 'firms',
  primaryPupil: 'yuan',
  juniorPupil: 'yuan',
  publicHealth: 'yuan',
  parkTaxPerMu: 'wan',
  openTender: 'wan',
  oldAge: 'years',
  payday: 'day',
};

const UNIT_TEXT: Readonly<Record<string, MessageId>> = {
  days: 'indicator.unit.days',
  months: 'standard.unit.months',
  firms: 'indicator.unit.firms',
  yuan: 'standard.unit.yuan',
  wan: 'indicator.unit.tenThousandYuan',
  years: 'standard.unit.years',
  day: 'standard.unit.day',
};

/** The pack by which a workbook is judged. */
export function packInForce(layer: PackLayer | undefined): Pack {
  return layered(NATIONAL_PACK, layer ? [layer] : []);
}

/** Every number of the bounds in force; those that were changed first. */
export function standardLines(layer: PackLayer | undefined, translate: Translator): StandardLine[] {
  const pack = packInForce(layer);
  const lines = boundKeys().flatMap((key) =>
    numbersIn(pack[key], undefined).map(({ path, value, source, of }): StandardLine => {
      const unit = unitOf(key, path);
      return {
        key,
        path,
        name: nameOf(key, path, of, translate),
        value: unit === 'share' ? roundHalfUp(value * 100, 6) : value,
        unit: unit === 'share' ? '%' : UNIT_TEXT[unit] ? translate.text(UNIT_TEXT[unit]) : '',
        source,
        isChanged: layer?.bounds?.[key] !== undefined && valueAt(NATIONAL_PACK[key], path) !== value,
      };
    }),
  );
  return [...lines.filter(({ isChanged }) => isChanged), ...lines.filter(({ isChanged }) => !isChanged)];
}

function boundKeys(): (keyof Bounds)[] {
  return (Object.keys(NATIONAL_PACK) as (keyof Pack)[]).filter(
    (key): key is keyof Bounds => key !== 'calibres' && key !== 'redLines' && key !== 'classification',
  );
}

function unitOf(key: keyof Bounds, path: Path): string {
  return path[0] === 'monthsBelow' ? 'months' : (UNITS[key] ?? 'share');
}

interface Found {
  readonly path: Path;
  readonly value: number;
  readonly source: Source;
  /** What its entry holds for: a year, a threshold; empty: always. */
  readonly of: string;
}

function numbersIn(node: unknown, source: Source | undefined, path: Path = [], of = ''): Found[] {
  if (typeof node === 'number') return source ? [{ path, value: node, source, of }] : [];
  if (Array.isArray(node)) return node.flatMap((one, i) => numbersIn(one, source, [...path, i], of));
  if (typeof node !== 'object' || node === null) return [];
  const { source: own, from, ...rest } = node as { readonly source?: Source; readonly from?: number };
  const here = own ?? source;
  const holdsFor = from !== undefined ? String(from) : path.length > 0 ? yearsOf(own) || of : of;
  return Object.entries(rest).flatMap(([name, one]) => numbersIn(one, here, [...path, name], holdsFor));
}

function yearsOf({ from, to }: Partial<Source> = {}): string {
  if (from === undefined && to === undefined) return '';
  const [first, last] = [from?.slice(0, 4) ?? '', to?.slice(0, 4) ?? ''];
  return first === last ? first : `${first}–${last}`;
}

function nameOf(key: keyof Bounds, path: Path, of: string, translate: Translator): string {
  const leaf = path.filter((part) => typeof part === 'string' && part !== 'value' && part !== 'count').at(-1);
  const parts = [
    translate.text(`standard.${key}`),
    ...(leaf === undefined ? [] : [translate.text<MessageId>(`standard.leaf.${leaf}` as MessageId)]),
    ...(of === '' ? [] : [of]),
  ];
  return parts.join(' · ');
}

function valueAt(node: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined),
    node,
  );
}

/** The layer with one number changed; `value` in the unit that is shown. A bound that is as the nation has it is no part of it. */
export function withNumber(
  layer: PackLayer | undefined,
  { key, path }: Pick<StandardLine, 'key' | 'path'>,
  value: number,
  document: string,
): PackLayer {
  const inForce = packInForce(layer)[key];
  const plain = unitOf(key, path) === 'share' ? roundHalfUp(value / 100, 8) : value;
  const changed = replaced(inForce, path, plain, { document, verified: false });
  return withBound(layer, key, changed);
}

/** The layer without what was chosen for a bound. */
export function withoutBound(layer: PackLayer | undefined, key: keyof Bounds): PackLayer {
  return withBound(layer, key, undefined);
}

function withBound(layer: PackLayer | undefined, key: keyof Bounds, bound: unknown): PackLayer {
  const entries = Object.entries({ ...layer?.bounds, [key]: bound }).filter(([, one]) => one !== undefined);
  return { ...ofWorkbook(layer), bounds: Object.fromEntries(entries) as Partial<Bounds> };
}

/** The layer with a definition chosen. */
export function withCalibre<Key extends keyof Calibres>(
  layer: PackLayer | undefined,
  key: Key,
  value: Calibres[Key],
): PackLayer {
  const calibres = { ...layer?.calibres, [key]: value };
  const entries = Object.entries(calibres).filter(([name, one]) => one !== NATIONAL_PACK.calibres[name as Key]);
  return { ...ofWorkbook(layer), calibres: Object.fromEntries(entries) };
}

function ofWorkbook(layer: PackLayer | undefined): PackLayer {
  return { ...layer, name: layer?.name ?? 'workbook', level: 'workbook' };
}

/** Whoever changes a number becomes its source. */
function replaced(node: unknown, [part, ...rest]: Path, value: number, source: Source): unknown {
  if (part === undefined) return value;
  if (Array.isArray(node)) return node.map((one, i) => (i === part ? replaced(one, rest, value, source) : one));
  const object = node as Readonly<Record<string | number, unknown>>;
  const own = object['source'] as Source | undefined;
  const { from, to } = own ?? {};
  const kept = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return {
    ...object,
    [part]: replaced(object[part], rest, value, source),
    ...(own && rest.length === 0 ? { source: { ...source, ...kept } } : {}),
  };
}
