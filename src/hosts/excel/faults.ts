import { HostError } from '../host';

/** The code of an error of Office.js; the empty string for anything else. */
export function officeCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function isPayloadFault(error: unknown): boolean {
  return /^(Request|Response)PayloadSizeLimitExceeded$/.test(officeCode(error));
}

/** What a smaller block may mend: the size of a range, of a request, of an answer. */
export function isTooMuch(error: unknown): boolean {
  return isPayloadFault(error) || officeCode(error) === 'RangeExceedsLimit';
}

/** What may be over a moment later, by the names that Excel gives it. */
export function isPassing(error: unknown): boolean {
  return ['ServiceNotAvailable', 'GeneralException', 'ActivityLimitReached'].includes(officeCode(error));
}

/** The user's sentence for an error of Office.js where there is one; any other error as it is. */
export function hostError(error: unknown, detail = ''): unknown {
  if (error instanceof HostError) return error;
  if (isTooMuch(error)) return new HostError('tooLarge', detail, { cause: error });
  switch (officeCode(error)) {
    case 'InvalidOperationInCellEditMode':
      return new HostError('cellBeingEdited', detail, { cause: error });
    case 'ItemNotFound':
    case 'InvalidReference':
    case 'InvalidObjectPath':
      // A sheet that was there a moment ago is gone.
      return new HostError('incompleteRead', detail, { cause: error });
    case 'InactiveWorkbook':
      return new HostError('otherWorkbook', detail, { cause: error });
    case 'AccessDenied':
      // A protected structure is told before anything is written; this may be any protection, or a read-only file.
      return new HostError('accessDenied', detail, { cause: error });
    default:
      return error;
  }
}
