/** What the command line talks to; the entry gives it the process's own. */
export interface Console {
  /** The answer, and nothing else. */
  readonly out: (text: string) => void;
  /** Progress and warnings. */
  readonly err: (text: string) => void;
  /** True when stderr is a terminal: only then is progress shown. */
  readonly interactive: boolean;
  /** Called as the work goes on, so that whoever waits for it knows that it does not hang. */
  readonly alive?: () => void;
}

/** Exit codes of the contract. */
export const EXIT = { fine: 0, found: 1, couldNotRun: 2 } as const;

/** The gravest of several exit codes: what could not be read weighs more than what was found. */
export function exitOf(codes: readonly number[]): number {
  return codes.reduce((gravest, code) => Math.max(gravest, code), EXIT.fine);
}
