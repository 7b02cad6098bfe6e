import { readWorkbook } from '../../../src/hosts/file/read-file';
import { installExternal, openSnapshot, SimulatedExcel } from '../../excel-host/browser';
import './engine-ear';

declare global {
  interface Window {
    /** Put there by the test before this script: the workbook that is open in Excel. */
    openInExcel: {
      readonly name: string;
      readonly base64: string;
      readonly excelApi?: string;
      readonly locale?: string;
      readonly latency?: number;
    };
    excel: SimulatedExcel;
    excelReady: Promise<void>;
  }
}

/** Excel stands at once, as office.js wants it; the workbook is in it a moment later. */
const { name, base64, excelApi, locale, latency = 0 } = window.openInExcel;
const excel = new SimulatedExcel(undefined, { latency, ...(excelApi === undefined ? {} : { excelApi }) });
installExternal(window, excel, locale === undefined ? {} : { locale });
window.excel = excel;
window.excelReady = readWorkbook(
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
  name,
).then((snapshot) => void Object.assign(excel.workbook, openSnapshot(snapshot)));
