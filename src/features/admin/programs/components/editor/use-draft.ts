import { useEffect, useState, useSyncExternalStore } from 'react';
import { createDraftKeeper } from '../../model/draft-keeper';

type Options = Parameters<typeof createDraftKeeper>[0];

/** A draft that saves itself. Leaving the page saves what waits; closing the window asks first. */
export function useDraft(options: Options) {
  const [keeper] = useState(() => createDraftKeeper(options));
  const draft = useSyncExternalStore(keeper.subscribe, keeper.getState);
  const unsaved = draft.state === 'waiting' || draft.state === 'saving' || draft.state === 'failed';
  useEffect(
    () => () => {
      void keeper.flush();
    },
    [keeper],
  );
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return { keeper, draft };
}
