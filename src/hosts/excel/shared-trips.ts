/**
 * A workbook whose `context.sync` several callers share: what they ask for in one turn goes out in one trip. The
 * helper of Office syncs by itself, once for each sheet; fourteen sheets would be twenty-eight trips.
 */
export function withSharedTrips(workbook: Excel.Workbook, sync: () => Promise<void>): Excel.Workbook {
  let pending: Promise<void> | undefined;
  const shared = (): Promise<void> =>
    (pending ??= Promise.resolve().then(() => {
      pending = undefined;
      return sync();
    }));
  const context = { workbook, sync: shared };
  return new Proxy(workbook, {
    get: (target, name) => (name === 'context' ? context : (Reflect.get(target, name, target) as unknown)),
  });
}
