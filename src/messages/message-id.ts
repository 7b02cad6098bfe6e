import type { zhCN } from './zh-CN';

/** Every text has an id; one that does not exist does not compile. */
export type MessageId = keyof typeof zhCN;
