import type { MessageId } from '../messages/message-id';

/** The pages of the pane, in the order in which they stand and in which the keys 1, 2, 3 … open them. */
export const TABS = [
  { id: 'check', name: 'pane.tabCheck' },
  { id: 'indicators', name: 'pane.tabIndicators' },
  { id: 'summary', name: 'pane.tabSummary' },
  { id: 'report', name: 'pane.tabReport' },
  { id: 'settings', name: 'pane.tabSettings' },
] as const satisfies readonly { readonly id: string; readonly name: MessageId }[];

export type TabId = (typeof TABS)[number]['id'];
