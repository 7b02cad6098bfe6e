import type { Edit } from '../hosts/host';

/** How long after the last edit it is followed: who types a column of figures is not interrupted. */
const PAUSE_MS = 350;

export interface EditFollower {
  readonly edited: (edit: Edit) => void;
}

interface Following {
  readonly isBusy: () => boolean;
  readonly follow: (edits: readonly Edit[]) => Promise<void>;
}

/** Gathers edits until the user pauses and nothing else runs, and has them followed together. */
export function editFollower({ isBusy, follow }: Following): EditFollower {
  let waiting: Edit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isBusy()) {
        wait();
        return;
      }
      const edits = waiting;
      waiting = [];
      void follow(edits);
    }, PAUSE_MS);
  };
  return {
    edited: (edit) => {
      waiting.push(edit);
      wait();
    },
  };
}
