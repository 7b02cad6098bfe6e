/** What the process that reads files of others is asked less often than to check them. */
export { fixCommand } from './fix-command';
export { indicatorsCommand } from './indicators-command';
export { relationsCommand } from './relations-command';
export { summarizeCommand } from './summarize-command';
export { tablesCommand } from './tables-command';
