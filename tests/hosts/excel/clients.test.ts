/** @jest-environment-options {"globalsCleanup": "off"} */
import { sheetFromRows } from '../../../src/core/grid/build';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { openSnapshot, SimulatedExcel } from '../../excel-host';
import { connectClient, type ClientLibrary } from '../../excel-host/load-client';

/** Microsoft ships one client library for each platform; the host must not depend on one of them. */
test.each(['excel-mac-16.00.js', 'excel-web-16.00.js'] as const)(
  'the host works on %s',
  async (library: ClientLibrary) => {
    const snapshot = {
      fileName: '月报.xlsx',
      sheets: [
        sheetFromRows('收入', [
          ['项目', '数'],
          ['甲', 1.5],
        ]),
      ],
      names: [],
    };
    const excel = new SimulatedExcel(openSnapshot(snapshot));
    connectClient(excel, library);
    const host = createExcelHost();
    expect(await host.read()).toEqual(snapshot);
    const rows = [{ cells: [{ style: 'text' as const, value: '=1' }] }];
    const written = await host.writeSummary([
      { id: 'findings', name: '校验结果', widths: [9], rows, repeatedRows: [0, 0], frozenRows: 1 },
    ]);
    expect(written).toEqual({ sheetNames: ['校验结果'] });
    expect(excel.workbook.find('校验结果')?.cell(0, 0)?.value).toBe('=1');
    expect(excel.notSimulated.size).toBe(0);
  },
);
