import type { SimWorkbook } from '../model/workbook';
import type { SimValue } from '../model/cell';
import type { SimulatedFault } from './fault';

/** What the classes need of the Excel that they belong to. */
export interface Server {
  readonly workbook: SimWorkbook;
  evaluate(formula: string): SimValue;
  /** From now on, or no longer, the add-in is told of events of a type. */
  listen(eventType: number, on: boolean): void;
  /** Notes something that is not simulated, and gives the fault to throw. */
  missing(className: string, member: string): SimulatedFault;
  /** Throws when the version of Excel that is simulated does not have the member. */
  require(className: string, member: string): void;
  /** A test's chance to disturb: gives the value to answer, or throws. */
  disturb(className: string, member: string, value: unknown): unknown;
}

export interface Scalar<T> {
  get(self: T, server: Server): unknown;
  set?(self: T, value: unknown, server: Server): void;
}

/** One class of Excel's object model. Members carry the names of the wire: PascalCase. */
export interface ClassDefinition<T> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly navigations?: Readonly<Record<string, (self: T, server: Server) => Remote>>;
  /** May give a {@link Remote}, a plain value, or nothing. */
  readonly methods?: Readonly<Record<string, (self: T, args: readonly unknown[], server: Server) => unknown>>;
  readonly item?: (self: T, key: unknown, server: Server) => Remote;
  readonly items?: (self: T, server: Server) => readonly Remote[];
  readonly id?: (self: T) => string;
  /** Ranges are tracked by reference, everything else by its path. */
  readonly keepsReference?: boolean;
}

/** An object of the model, as requests reach it. */
export interface Remote {
  readonly className: string;
  readonly self: unknown;
  readonly id: string | undefined;
  readonly keepsReference: boolean;
  readonly scalarNames: readonly string[];
  get(member: string): unknown;
  set(member: string, value: unknown): void;
  hasNavigation(member: string): boolean;
  navigate(member: string): Remote;
  call(member: string, args: readonly unknown[]): unknown;
  item(key: unknown): Remote;
  items(): readonly Remote[] | undefined;
}

/** What `…OrNullObject` gives when there is nothing; any call on it does nothing. */
export const NULL_OBJECT: Remote = {
  className: 'Null',
  self: null,
  id: undefined,
  keepsReference: false,
  scalarNames: [],
  get: () => null,
  set: () => undefined,
  hasNavigation: () => true,
  navigate: () => NULL_OBJECT,
  call: () => NULL_OBJECT,
  item: () => NULL_OBJECT,
  items: () => undefined,
};

export function isRemote(value: unknown): value is Remote {
  return typeof value === 'object' && value !== null && 'className' in value && 'keepsReference' in value;
}

/** An object of the given class; a member that the class lacks is noted as missing, never ignored. */
export function remote<T>(definition: ClassDefinition<T>, self: T, server: Server): Remote {
  const { name, scalars = {}, navigations = {}, methods = {} } = definition;
  const own = <V>(table: Readonly<Record<string, V>>, member: string, label = member): V => {
    const found = Object.hasOwn(table, member) ? table[member] : undefined;
    if (found === undefined) throw server.missing(name, label);
    if (!member.startsWith('_')) server.require(name, member);
    return found;
  };
  return {
    className: name,
    self,
    id: definition.id?.(self),
    keepsReference: definition.keepsReference ?? false,
    scalarNames: Object.keys(scalars),
    get: (member) => server.disturb(name, member, own(scalars, member).get(self, server)),
    set: (member, value) => {
      const { set } = own(scalars, member);
      if (!set) throw server.missing(name, `${member}=`);
      server.disturb(name, `${member}=`, value);
      set(self, value, server);
    },
    hasNavigation: (member) => Object.hasOwn(navigations, member),
    navigate: (member) => own(navigations, member)(self, server),
    call: (member, args) => server.disturb(name, member, own(methods, member)(self, args, server)),
    item: (key) => {
      if (!definition.item) throw server.missing(name, 'getItem');
      return definition.item(self, key, server);
    },
    items: () => definition.items?.(self, server),
  };
}

/** Microsoft's own helper objects (`Microsoft.…Service`): accepted, and every call ignored. */
export function service(name: string): Remote {
  return { ...NULL_OBJECT, className: name, call: () => null };
}
