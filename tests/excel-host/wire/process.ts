import { lowerFirst } from './arguments';
import { SimulatedFault } from './fault';
import { ActionType, PathType, type Action, type ArgumentInfo, type WireRequest, type WireResponse } from './messages';
import { project } from './query';
import { isRemote, NULL_OBJECT, service, type Remote, type Server } from './remote';

/** Objects that an add-in keeps over several requests. */
export class References {
  private readonly kept = new Map<string, Remote>();
  private readonly ids = new Map<unknown, string>();
  private next = 1;
  /** The most that were held at a time. */
  peak = 0;

  keep(object: Remote): string {
    let id = this.ids.get(object.self);
    if (id === undefined) {
      id = `reference-${this.next++}`;
      this.ids.set(object.self, id);
      this.kept.set(id, object);
      this.peak = Math.max(this.peak, this.kept.size);
    }
    return id;
  }

  get(id: string): Remote {
    const object = this.kept.get(id);
    if (!object) throw SimulatedFault.invalidReference();
    return object;
  }

  release(id: string): void {
    const object = this.kept.get(id);
    if (object) this.ids.delete(object.self);
    this.kept.delete(id);
  }

  get size(): number {
    return this.kept.size;
  }
}

/**
 * Runs the actions of one request in their order. The first that fails ends it with its error; what ran
 * before stays done, as in Excel.
 */
export function processRequest(
  request: WireRequest,
  root: Remote,
  references: References,
  server: Server,
): WireResponse {
  const resolver = new Resolver(request, root, references, server);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: perform(action, resolver, request, references, server) });
    } catch (error) {
      // A defect of the simulation itself must surface as such, not as an answer of Excel.
      if (!(error instanceof SimulatedFault)) throw error;
      return {
        Results: results,
        Error: {
          Code: error.code,
          Message: error.message,
          Location: locationOf(action, resolver),
          ActionIndex: index,
          HttpStatusCode: error.httpStatus,
        },
      };
    }
  }
  return { Results: results };
}

/** `PageLayout.orientation`: what was set or called. */
function locationOf(action: Action, resolver: Resolver): string | undefined {
  if (!action.Name || !action.ObjectPathId) return undefined;
  try {
    return `${resolver.object(action.ObjectPathId).className}.${lowerFirst(action.Name)}`;
  } catch {
    return action.Name;
  }
}

function perform(
  action: Action,
  resolver: Resolver,
  request: WireRequest,
  references: References,
  server: Server,
): unknown {
  const object = action.ObjectPathId ? resolver.object(action.ObjectPathId) : NULL_OBJECT;
  switch (action.ActionType) {
    case ActionType.instantiate:
      return identity(object, request.AutoKeepReference === true, references);
    case ActionType.query:
      return project(object, action.QueryInfo?.Select ?? [], server);
    case ActionType.method: {
      const args = resolver.args(action.ArgumentInfo);
      if (action.Name === '_RemoveReference') {
        references.release(String(args[0]));
        return null;
      }
      const answer = object.call(action.Name, args);
      return isRemote(answer) ? null : (answer ?? null);
    }
    case ActionType.setProperty:
      object.set(action.Name, resolver.args(action.ArgumentInfo)[0]);
      return null;
    case ActionType.trace:
      return null;
    default:
      throw server.missing('Action', String(action.ActionType));
  }
}

function identity(object: Remote, keep: boolean, references: References): unknown {
  if (object === NULL_OBJECT) return null;
  return {
    ...(object.id === undefined ? {} : { Id: object.id }),
    ...(keep && object.keepsReference ? { _ReferenceId: references.keep(object) } : {}),
  };
}

/** Finds the object of a path, each once a request. */
class Resolver {
  private readonly found = new Map<number, Remote>();

  constructor(
    private readonly request: WireRequest,
    private readonly root: Remote,
    private readonly references: References,
    private readonly server: Server,
  ) {}

  object(id: number): Remote {
    let object = this.found.get(id);
    if (!object) {
      object = this.resolve(id);
      this.found.set(id, object);
    }
    return object;
  }

  args(info: ArgumentInfo | undefined): readonly unknown[] {
    const args = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds ?? [];
    return args.map((value, i) => (paths[i] ? this.object(paths[i]) : value));
  }

  private resolve(id: number): Remote {
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw SimulatedFault.invalidArgument(`no object path ${id}`);
    const parent = path.ParentObjectPathId ? this.object(path.ParentObjectPathId) : this.root;
    const args = this.args(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PathType.globalObject:
        return this.root;
      case PathType.newObject:
        return service(path.Name);
      case PathType.property:
        return parent.navigate(path.Name);
      case PathType.method: {
        const object = parent.call(path.Name, args);
        if (!isRemote(object)) throw this.server.missing(parent.className, `${path.Name} as an object`);
        return object;
      }
      case PathType.indexer:
        return parent.item(args[0]);
      case PathType.referenceId:
        return this.references.get(path.Name);
      case PathType.nullObject:
        return NULL_OBJECT;
      default:
        throw this.server.missing('ObjectPath', String(path.ObjectPathType));
    }
  }
}
