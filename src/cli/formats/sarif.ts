import { cellName } from '../../core/grid/address';
import type { PlainFinding } from '../../app/plain-findings';
import type { Translator } from '../../messages/translator';
import { RULES } from '../../rules';
import type { CheckedFile } from '../check-files';
import { ruleName } from './text';

const LEVEL: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', hint: 'note' };

/** SARIF 2.1.0; a cell is a logical location, for a workbook has no lines. */
export function sarifReport(checked: readonly CheckedFile[], translate: Translator): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Gouji',
            rules: RULES.map(({ code, name }) => ({
              id: code,
              name,
              shortDescription: { text: ruleName(code, translate) },
            })),
          },
        },
        results: checked.flatMap(({ file, plain }) => plain.findings.map((finding) => result(file, finding))),
      },
    ],
  };
}

/** A path as a URI reference: each step encoded, also what means something in an address; an absolute one with its scheme. */
function uriOf(file: string): string {
  const steps = file.replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(steps[0] ?? '') ? steps.shift() : undefined;
  // A lone half of a surrogate pair is in no address.
  const path = steps.map((step) => encodeURIComponent(step.replace(/[\ud800-\udfff]/gu, '\ufffd'))).join('/');
  if (drive !== undefined) return `file:///${drive}/${path}`;
  if (path.startsWith('//')) return `file:${path}`;
  return path.startsWith('/') ? `file://${path}` : path;
}

function result(file: string, { code, level, sheet, cells, message, fingerprint }: PlainFinding): object {
  return {
    ruleId: code,
    level: LEVEL[level],
    message: { text: message },
    partialFingerprints: { gouji: fingerprint },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) } },
        logicalLocations: cells
          .slice(0, 1)
          .map(([row, column]) => ({ fullyQualifiedName: `${sheet}!${cellName({ row, column })}`, kind: 'cell' })),
      },
    ],
  };
}
