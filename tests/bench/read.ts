import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync, strToU8 } from 'fflate';

/**
 * npm run bench:read: what reading costs, by itself in a process of its own, in pairs with the least that it could
 * cost (unzip and look at each byte once) and with the library that most programs use. User and system CPU, and the
 * peak of resident memory of the whole process.
 */
const SIZES = [10_000, 100_000, 1_000_000];
const PAIRS = 3;
const WAYS = ['floor', 'gouji', 'sheetjs'] as const;
type Way = (typeof WAYS)[number];

interface Cost {
  readonly cpu: number;
  readonly peak: number;
  readonly cells: number;
}

const self = fileURLToPath(import.meta.url);
const [way, file] = process.argv.slice(2) as [Way | undefined, string | undefined];
if (way !== undefined && file !== undefined) await measure(way, file);
else compare();

/** A ledger of ten columns: two of repeated texts, a code, a date, five figures, a formula. */
function ledger(cells: number): Uint8Array {
  const rows = cells / 10;
  const strings: string[] = [];
  const ids = new Map<string, number>();
  const shared = (text: string) => {
    let id = ids.get(text);
    if (id === undefined) ids.set(text, (id = strings.push(text) - 1));
    return id;
  };
  const written: string[] = [];
  for (let r = 1; r <= rows; r++) {
    const n = (r * 7919) % 100_003;
    const amount = ((n * 37) % 9_999_991) / 100;
    written.push(
      `<row r="${r}"><c r="A${r}" t="s"><v>${shared(`单位${n % 300}`)}</v></c><c r="B${r}" t="s"><v>${shared(`项目 ${n % 5000} 支出`)}</v></c><c r="C${r}" t="s"><v>${shared(`2${String(n).padStart(8, '0')}`)}</v></c><c r="D${r}" s="1"><v>${44927 + (n % 365)}</v></c><c r="E${r}" s="2"><v>${amount}</v></c><c r="F${r}" s="2"><v>${n}</v></c><c r="G${r}" s="2"><v>${amount * 1.1}</v></c><c r="H${r}"><v>${n % 12}</v></c><c r="I${r}" s="2"><v>${-amount}</v></c><c r="J${r}" s="2"><f>E${r}+F${r}</f><v>${amount + n}</v></c></row>`,
    );
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    for (const cells of SIZES) {
      const path = join(folder, `${cells}.xlsx`);
      writeFileSync(path, ledger(cells));
      const costs = new Map<Way, Cost[]>(WAYS.map((one) => [one, []]));
      for (let pair = 0; pair < PAIRS; pair++)
        for (const one of WAYS) {
          const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', self, one, path], { encoding: 'utf8' });
          costs.get(one)?.push(JSON.parse(stdout) as Cost);
        }
      const best = (one: Way) => Math.min(...(costs.get(one) ?? []).map(({ cpu }) => cpu));
      for (const one of WAYS) {
        const peak = Math.min(...(costs.get(one) ?? []).map((cost) => cost.peak));
        process.stdout.write(
          `${String(cells).padStart(9)} cells  ${one.padEnd(8)} ${best(one).toFixed(2)} s CPU  ${(best(one) / best('floor')).toFixed(2)} × floor  ${Math.round(peak)} MB peak  ${costs.get(one)?.[0]?.cells ?? 0} cells read\n`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(one: Way, path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  const read = await reader(one);
  const before = process.cpuUsage();
  const cells = await read(bytes);
  const { user, system } = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ cpu: (user + system) / 1e6, peak, cells } satisfies Cost));
}

async function reader(one: Way): Promise<(bytes: Uint8Array) => number | Promise<number>> {
  switch (one) {
    case 'floor':
      return (bytes) => {
        let tags = 0;
        for (const part of Object.values(unzipSync(bytes))) for (const byte of part) if (byte === 60) tags++;
        return tags;
      };
    case 'gouji': {
      const { readWorkbook } = await import('../../src/hosts/file/read-file');
      return async (bytes) => (await readWorkbook(bytes, 'x.xlsx')).sheets[0]?.cells.column.length ?? 0;
    }
    case 'sheetjs': {
      const { read } = await import('@e965/xlsx');
      return (bytes) => {
        const rows: unknown[][] =
          read(bytes, { type: 'array', dense: true, cellNF: true }).Sheets['台账']?.['!data'] ?? [];
        return rows.reduce((sum, row) => sum + row.length, 0);
      };
    }
  }
}
