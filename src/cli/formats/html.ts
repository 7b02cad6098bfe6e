import { cellName } from '../../core/grid/address';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';
import type { PlainFinding } from '../../app/plain-findings';
import type { CheckedFile } from '../check-files';
import { ruleName } from './text';

const STYLE = `body{font:14px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.35rem .6rem;text-align:left;vertical-align:top}th{background:#e8eef4}
.cell{white-space:nowrap}@page{size:A4 landscape}thead{display:table-header-group}`;

/** One page without scripts that prints on A4. */
export function htmlReport(checked: readonly CheckedFile[], translate: Translator): string {
  const title = translate.text('summary.title.findings');
  return `<!doctype html>
<html lang="${translate.language}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>
${checked.map((one) => section(one, translate)).join('\n')}
</body></html>
`;
}

function section({ file, id, plain, said }: CheckedFile, translate: Translator): string {
  const heads = (['number', 'level', 'sheet', 'cell', 'message'] as const)
    .map((column) => `<th>${translate.text(`summary.col.${column}`)}</th>`)
    .join('');
  const table =
    plain.findings.length === 0
      ? `<p>${text(said.verdict)}</p>`
      : `<table><thead><tr>${heads}</tr></thead><tbody>${plain.findings.map((finding, i) => row(finding, i + 1, translate)).join('')}</tbody></table>`;
  const skipped = plain.skipped
    .map(({ rule, why }) => `<li>${text(translate.text('cli.skipped', { rule: ruleName(rule, translate), why }))}</li>`)
    .join('');
  const covered = [said.coverage, ...said.unread].map((line) => `<p>${text(line)}</p>`).join('');
  return `<section><h2>${text(id === undefined ? file : `${file} [${id}]`)}</h2>${table}${covered}${skipped === '' ? '' : `<ul>${skipped}</ul>`}</section>`;
}

function row({ level, sheet, cells, message }: PlainFinding, number: number, translate: Translator): string {
  const [r, c] = cells[0] ?? [0, 0];
  return `<tr><td>${number}</td><td>${translate.text(`level.${level}` as MessageId)}</td><td>${text(sheet)}</td><td class="cell">${cellName({ row: r, column: c })}</td><td>${text(message)}</td></tr>`;
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
