/** A question that rides along with the first block of cells instead of making a trip of its own. */
export interface Rider {
  /** Queues the question; for each trip that is tried anew. */
  ask(): void;
  /** Takes the answer of a trip that came back. */
  take(): void;
  /** Whether the question may be why a trip failed: then it does not ride again. */
  mayHaveFailed(error: unknown): boolean;
}
