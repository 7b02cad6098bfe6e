/** Enough for the words of twenty sheets; more are made anew. */
const MOST_REMEMBERED = 20_000;

/** The same, for texts that it is asked again and again: the words of a sheet are, by each reader and after each edit. */
export function remembered(made: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const result = made(text);
    known.set(text, result);
    return result;
  };
}
