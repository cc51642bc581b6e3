import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '~/lib/paths';
import { leadLinkId } from '../lead-link';

const openedHere = (state: unknown) => typeof state === 'object' && state !== null && 'over' in state;

/** Closing is going back to the list: a step back when the drawer was opened from it, else in its place. */
export function useCloseDrawer(leadId: string) {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  const opened = openedHere(state);
  useEffect(
    () => () => {
      // The page's own focus was in the drawer; now it belongs where the drawer was opened.
      requestAnimationFrame(() => document.getElementById(leadLinkId(leadId))?.focus({ preventScroll: true }));
    },
    [leadId],
  );
  return useCallback(() => {
    if (opened) void navigate(-1);
    else void navigate(paths.adminLeads(search), { replace: true });
  }, [navigate, opened, search]);
}
