import type { z } from 'zod';

/** A JSON file that cannot be used: the first thing wrong with it, by the name of its field. */
export class FileProblem extends Error {
  constructor(
    /** `bounds.nonTaxShare.warn`; empty for the file as a whole. */
    readonly field: string,
    readonly problem: 'notJson' | 'unknownField' | 'missing' | 'wrong',
    readonly detail: string = '',
  ) {
    super(`${field}: ${problem} ${detail}`);
    this.name = 'FileProblem';
  }
}

/** A JSON text by its schema. */
export function parsed(text: string, schema: z.ZodType): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new FileProblem('', 'notJson', error instanceof Error ? error.message : '');
  }
  const read = schema.safeParse(json);
  if (read.success) return withoutUndefined(read.data);
  const [issue] = read.error.issues;
  const field = (issue?.path ?? []).join('.');
  if (issue?.code === 'unrecognized_keys')
    throw new FileProblem([field, issue.keys[0] ?? ''].filter((part) => part !== '').join('.'), 'unknownField');
  throw new FileProblem(
    field,
    issue?.code === 'invalid_type' && valueAt(json, issue.path) === undefined ? 'missing' : 'wrong',
    issue?.message ?? '',
  );
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    json,
  );
}

/** Absent fields are absent, not `undefined`: laid over others they must not hide what is there. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, withoutUndefined(one)]])),
  );
}
