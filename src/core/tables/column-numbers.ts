/** 栏次 and its like, before the numbers of the columns. */
const NAMES = /^(?:栏次|行次|列次|序号|公式|关系|计算公式|计算关系|栏目)$/;
/** A number, a letter, 甲 乙 丙; or how a column is computed: 3=1+2, A=B+C, ④=①-②. */
const MARK = /^(?:\(?\d{1,2}\)?|[A-Za-z]\d?|[甲乙丙丁戊己]|[\u2460-\u2473])$/;
const FORMULA = /^(?=.*[=+\-×*÷/])[\dA-Za-z()（）%.\u2460-\u2473=+\-×*÷/ ]{3,}$/;

/**
 * Whether a row numbers the columns, as forms do below their headers: 栏次 1 2 3, 甲 乙 1 2, 1=2+3 2 3. It is no
 * line of the table and names nothing.
 */
export function isColumnNumbering(texts: readonly string[]): boolean {
  const marks = texts.filter((text) => !NAMES.test(text));
  const digits = marks.flatMap((text) => /^\(?(\d{1,2})\)?(?:=.*)?$/.exec(text)?.[1] ?? []).map(Number);
  const named = texts.some((text) => NAMES.test(text));
  return (
    marks.length >= (named ? 1 : 2) &&
    marks.every((text) => MARK.test(text) || FORMULA.test(text)) &&
    digits.every((digit, i) => digit > (digits[i - 1] ?? -1)) &&
    // A line of small figures begins anywhere and goes anywhere.
    (named || marks.some((text) => FORMULA.test(text)) || isCounting(digits, marks))
  );
}

/** 1 2 3 …, after as many letters as there are. */
function isCounting(digits: readonly number[], marks: readonly string[]): boolean {
  return (
    digits.length * 2 >= marks.length &&
    // 甲 1 2 may be the first of a list.
    (digits.length === marks.length || digits.length >= 3 || marks.includes('乙')) &&
    (digits[0] === 0 || digits[0] === 1) &&
    digits.every((digit, i) => i === 0 || digit === (digits[i - 1] ?? NaN) + 1)
  );
}
