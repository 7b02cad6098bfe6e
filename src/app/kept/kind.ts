/** One thing that is kept for a workbook: how it is called, in which version, and how it is read back. */
export interface KeptKind<T> {
  readonly name: string;
  readonly version: number;
  /** Reads what was kept by this or an earlier version; what cannot be read is left out. Never throws. */
  readonly read: (value: unknown) => T;
}

interface Versioned {
  readonly version: number;
  readonly value: unknown;
}

/** What a store is given to keep. */
export function toKeep<T>({ version }: KeptKind<T>, value: T): Versioned {
  return { version, value };
}

/** What a store gave, whoever wrote it: of a later version nothing is read, for its meaning is not known here. */
export function fromKept<T>({ version, read }: KeptKind<T>, stored: unknown): T {
  // The first corrections were kept without a version.
  const kept = isVersioned(stored) ? stored : { version: 0, value: stored };
  return read(kept.version <= version ? kept.value : undefined);
}

function isVersioned(stored: unknown): stored is Versioned {
  return typeof stored === 'object' && stored !== null && 'version' in stored && typeof stored.version === 'number';
}

/** The items of a list that can be read, each by itself: one bad entry does not cost the others. */
export function readable<T>(value: unknown, readOne: (one: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    try {
      const read = readOne(one);
      return read === undefined ? [] : [read];
    } catch {
      return [];
    }
  });
}
