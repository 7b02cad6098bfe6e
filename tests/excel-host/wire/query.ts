import { upperFirst } from './arguments';
import { NULL_OBJECT, type Remote, type Server } from './remote';

/** Answers a load: the client sends camelCase paths (`format/fill/color`) and reads PascalCase keys. */
export function project(object: Remote, select: readonly string[], server: Server): unknown {
  if (object === NULL_OBJECT) return null;
  // An empty load asks for everything that there is: it is never meant, and dear on a real Excel.
  if (select.length === 0 || select.includes('*')) throw server.missing(object.className, 'load() of everything');
  const items = object.items();
  if (items) return { _Items: items.map((item) => project(item, select, server)) };

  const scalars = new Set<string>();
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const [head = '', ...rest] = path.split(/[/.]/);
    const member = upperFirst(head);
    if (rest.length === 0) scalars.add(member);
    else nested.set(member, [...(nested.get(member) ?? []), rest.join('/')]);
  }
  const answer: Record<string, unknown> = object.id === undefined ? {} : { Id: object.id };
  for (const member of scalars) answer[member] = object.get(member);
  for (const [member, paths] of nested) answer[member] = project(object.navigate(member), paths, server);
  return answer;
}
