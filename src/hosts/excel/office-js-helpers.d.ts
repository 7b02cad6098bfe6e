/**
 * The one function that we use of the archived package. Declared here because its own types drag in
 * a second, eight years old copy of the Office types.
 */
declare module '@microsoft/office-js-helpers' {
  export const ExcelUtilities: {
    forceCreateSheet(workbook: Excel.Workbook, sheetName: string, clearOnly?: boolean): Promise<Excel.Worksheet>;
  };
}
