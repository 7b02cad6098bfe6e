import { useEffect, useState } from 'react';
import type { SummaryListing } from '../app/write-summary';
import { usePane } from './pane-context';

/** What our sheets would say after the last complete check, asked for anew when that or the language changes. */
export function useSummaries(): readonly SummaryListing[] | undefined {
  const { state, commands, dispatch } = usePane();
  const [listings, setListings] = useState<readonly SummaryListing[]>();
  const { report, extent } = state.check ?? {};
  const { language } = state.settings;
  useEffect(() => {
    let wanted = true;
    commands.summaries().then(
      (made) => {
        if (wanted) setListings(made);
      },
      (error: unknown) => dispatch({ type: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [commands, dispatch, report, extent, language]);
  return listings;
}
