import { useSyncExternalStore } from 'react';
import { readAnnouncement, subscribeAnnouncement } from './announce';

/** Stands once in the app's root; `announce()` speaks through it. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribeAnnouncement, readAnnouncement, readAnnouncement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
