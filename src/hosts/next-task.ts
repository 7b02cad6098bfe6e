/** Gives the event loop a turn: work of one thread with a page lets it paint and hear clicks in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
