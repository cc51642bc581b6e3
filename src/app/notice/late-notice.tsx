import { type ComponentType, useEffect, useState } from 'react';

/** After the page has had the network to itself. */
const waitMs = 1500;

/** Loads the notice late: it must not slow down the page that it stands on, and its failing is nobody's trouble. */
export function LateNotice() {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      import('./top-notice').then(
        ({ TopNotice }) => setShown(() => TopNotice),
        () => undefined,
      );
    }, waitMs);
    return () => clearTimeout(timer);
  }, []);
  return Shown === null ? null : <Shown />;
}
