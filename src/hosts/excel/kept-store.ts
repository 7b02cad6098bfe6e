import type { Store } from '../host';
import { KEPT_NAMESPACE, keptEntries, keptXml, type KeptEntries } from '../kept-part';
import { valueOf } from '../page-store';
import { inExcel, type Session } from './session';

/** Keeps values in the workbook itself, in our custom XML part; no cell and no setting knows of them. */
export const keptStore: Store = {
  get: (key) => inExcel(async (session) => valueOf((await readKept(session)).get(key))),
  set: (key, value) =>
    inExcel(async (session) => {
      // What another version keeps there stays as it is.
      const entries = new Map(await readKept(session)).set(key, JSON.stringify(value));
      const part = keptPart(session);
      part.load('id');
      await session.sync();
      if (part.isNullObject) session.workbook.customXmlParts.add(keptXml(entries));
      else part.setXml(keptXml(entries));
      await session.sync();
    }),
};

/** The entries that lie in the workbook. */
async function readKept(session: Session): Promise<KeptEntries> {
  const part = keptPart(session);
  part.load('id');
  await session.sync();
  if (part.isNullObject) return new Map();
  const xml = part.getXml();
  await session.sync();
  return entriesIn(xml);
}

/** Our part among those of the workbook. */
export function keptPart({ workbook }: Session): Excel.CustomXmlPart {
  return workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).getOnlyItemOrNullObject();
}

/** The entries in an answer that has come. */
export function entriesIn(answer: OfficeExtension.ClientResult<string> | undefined): KeptEntries {
  return keptEntries(answer?.value);
}
