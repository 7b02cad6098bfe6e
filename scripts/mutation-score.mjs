/** Readings of a mutation report: files with their mutants, each with a status. */

const KILLED = ['Killed', 'Timeout'];
const ALIVE = ['Survived', 'NoCoverage'];

/** A line a file, the worst first, and all of them together. */
export function score(files) {
  const lines = files.map(([name, { mutants }]) => ({ name, ...counted(mutants) })).filter(({ all }) => all > 0);
  lines.sort((a, b) => a.killed / a.all - b.killed / b.all);
  const whole = counted(files.flatMap(([, { mutants }]) => mutants));
  return [...lines, { name: 'all', ...whole }]
    .map(
      ({ name, killed, all }) =>
        `${share(killed, all)} ${String(killed).padStart(5)} / ${String(all).padEnd(5)} ${name}`,
    )
    .join('\n');
}

/** Where a mutant lived: file, line, what stood there and what it became. */
export function survivors(files) {
  return files
    .flatMap(([name, { source, mutants }]) =>
      mutants
        .filter(({ status }) => ALIVE.includes(status))
        .map(({ location: { start, end }, replacement, status }) => {
          const before =
            start.line === end.line
              ? lineOf(source, start.line).slice(start.column - 1, end.column - 1)
              : lineOf(source, start.line).trim();
          return `${name}:${start.line} ${status === 'NoCoverage' ? '(not reached) ' : ''}${before} → ${replacement.replace(/\s+/g, ' ')}`;
        }),
    )
    .join('\n');
}

function counted(mutants) {
  const killed = mutants.filter(({ status }) => KILLED.includes(status)).length;
  return { killed, all: killed + mutants.filter(({ status }) => ALIVE.includes(status)).length };
}

function share(killed, all) {
  return `${((killed / Math.max(all, 1)) * 100).toFixed(1)} %`.padStart(8);
}

function lineOf(source, line) {
  return source.split('\n')[line - 1] ?? '';
}
