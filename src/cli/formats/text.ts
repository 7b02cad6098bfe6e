import { cellName } from '../../core/grid/address';
import type { PlainFinding } from '../../app/plain-findings';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';
import type { CheckedFile } from '../check-files';
import { visible } from '../visible';

/** What a person reads: by file and sheet, gravest first, each with its cell. */
export function textReport(checked: readonly CheckedFile[], translate: Translator): string {
  return checked.map((one) => fileText(one, translate)).join('\n');
}

function fileText({ file, id, relationsChecked, plain, said }: CheckedFile, translate: Translator): string {
  const count = (level: string) => plain.findings.filter((finding) => finding.level === level).length;
  const lines = [id === undefined ? file : `${file} [${id}]`];
  for (const finding of plain.findings) lines.push(findingLine(finding, translate));
  if (plain.findings.length === 0) lines.push(`  ${said.verdict}`);
  lines.push(
    `  ${translate.text('cli.summary', { errors: count('error'), warnings: count('warning'), hints: count('hint') })}${translate.text('cli.passed', { count: relationsChecked })}`,
  );
  if (said.dialect !== undefined) lines.push(`  ${said.dialect}`);
  lines.push(`  ${said.coverage}`, ...said.unread.map((line) => `  ${line}`));
  for (const { rule, why } of plain.skipped)
    lines.push(`  ${translate.text('cli.skipped', { rule: ruleName(rule, translate), why })}`);
  return `${lines.map(visible).join('\n')}\n`;
}

function findingLine(finding: PlainFinding, translate: Translator): string {
  const [row, column] = finding.cells[0] ?? [0, 0];
  const grade = finding.grade === 'red' || finding.grade === 'yellow' ? translate.text(`grade.${finding.grade}`) : '';
  const level = `${grade}${translate.text(`level.${finding.level}` as MessageId)}`;
  const more = finding.consequences
    ? ` [${translate.text('cli.consequences', { count: finding.consequences.length })}]`
    : '';
  return `  ${level} ${finding.code} ${finding.sheet}!${cellName({ row, column })}  ${finding.message}${more}`;
}

export function ruleName(code: string, translate: Translator): string {
  return `${code} ${translate.text(`rule.${code}` as MessageId)}`;
}
