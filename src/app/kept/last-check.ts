import { z } from 'zod';
import { readable, type KeptKind } from './kind';

/** The fingerprints of a workbook's last check; kept by the browser, for the workbook itself is not to change. */
export const LAST_CHECK: KeptKind<readonly string[]> = {
  name: 'lastCheck',
  version: 1,
  read: (value) => readable(value, (one) => z.string().min(1).parse(one)),
};
