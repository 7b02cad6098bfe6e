import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** 占比 against the part and the whole that the text prints. */
export const shareInText = defineTextRule({
  code: 'R504',
  name: 'share-in-text',
  levels: ['error'],
  messageIds: ['broken'],
  check: (dossier) => contradictionsOf(dossier, ['share']).map((one) => claimReport(one, 'broken', 'error', dossier)),
});
