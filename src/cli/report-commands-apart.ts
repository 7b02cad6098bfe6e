/** What it is asked about the texts of reports. */
export { reportCheckCommand } from './report-check';
export { reportFillCommand } from './report-fill';
export { reportMaskCommand } from './report-mask';
