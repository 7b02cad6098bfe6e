/**
 * What a terminal would obey instead of showing: control characters but the tab, and the marks that turn the direction
 * of writing. Texts of a workbook may hold them.
 */
const OBEYED = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One line for a terminal, whatever stands in it: `␛` for an escape, `<U+202E>` for a mark. */
export function visible(line: string): string {
  return line.replace(OBEYED, (mark) => {
    const code = mark.charCodeAt(0);
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return code === 127 ? '␡' : `<U+${hex(code)}>`;
  });
}

/** JSON that says the same and that a terminal only shows. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(OBEYED, (mark) =>
    mark === '\n' ? mark : `\\u${hex(mark.charCodeAt(0)).toLowerCase()}`,
  );
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
