import { quoteSheet, rectName, type Rect } from '../../../src/core/grid/address';
import { SimulatedFault } from '../wire/fault';
import { SimSheet } from './sheet';

/** A defined name; one that refers to cells follows its sheet. */
export interface SimName {
  readonly name: string;
  /** Absent: the workbook's. */
  readonly scope?: SimSheet;
  readonly target: { readonly sheet: SimSheet; readonly rect: Rect } | { readonly text: string };
  visible: boolean;
}

export interface SimXmlPart {
  readonly id: string;
  xml: string;
}

export class SimWorkbook {
  fileName = '工作簿1.xlsx';
  sheets: SimSheet[] = [];
  names: SimName[] = [];
  /** What add-ins keep in the workbook. */
  readonly xmlParts: SimXmlPart[] = [];
  structureProtected = false;
  calculationMode = 'Automatic';
  eventsEnabled = true;
  activeSheet: SimSheet | undefined;
  selection: Rect = { top: 0, left: 0, bottom: 0, right: 0 };
  /** As a chart or a picture is selected: there is no selected range. */
  selectionIsObject = false;
  /**
   * How merged areas are listed: `whole`; `corners`, where the address names upper left cells and areas that begin
   * outside of the range are left out; `single`, where the areas are single cells, too; `never` fails.
   */
  mergesListed: 'whole' | 'corners' | 'single' | 'never' = 'whole';

  /** By name or id, as `getItem` takes either. */
  find(key: string): SimSheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted);
  }

  get active(): SimSheet {
    const sheet = this.activeSheet ?? this.sheets.find((other) => other.visibility === 'Visible');
    if (!sheet) throw new Error('a workbook needs a visible sheet');
    return sheet;
  }

  add(name: string): SimSheet {
    checkSheetName(name);
    if (this.find(name)) throw SimulatedFault.alreadyExists();
    const sheet = new SimSheet(name);
    this.sheets.push(sheet);
    return sheet;
  }

  unusedName(): string {
    let n = 1;
    while (this.find(`Sheet${n}`)) n++;
    return `Sheet${n}`;
  }

  remove(sheet: SimSheet): void {
    const visibleLeft = this.sheets.some((other) => other !== sheet && other.visibility === 'Visible');
    if (!visibleLeft)
      throw new SimulatedFault('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.names = this.names.filter((name) => name.scope !== sheet);
    if (this.activeSheet === sheet) this.activeSheet = undefined;
  }

  /** With its `=`: what `NamedItem.formula` gives; `#REF!` once its sheet is gone. */
  formulaOf({ target }: SimName): string {
    if ('text' in target) return `=${target.text}`;
    const cells = rectName(target.rect).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return this.sheets.includes(target.sheet) ? `=${quoteSheet(target.sheet.name)}!${cells}` : `=#REF!${cells}`;
  }
}

export function checkSheetName(name: string): void {
  const bad = name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'");
  if (bad) throw SimulatedFault.invalidArgument();
}
