/**
 * Which workbook, among all that are open at once. Not a base name: `month.xlsx` of two folders are two
 * books. The command line takes the path as it was given, a pane the name that it opened the file under.
 */
export type BookId = string;
