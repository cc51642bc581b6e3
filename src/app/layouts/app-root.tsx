import '../theme/mantine.css';
import '../theme/overrides.css';
import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import { LiveRegion } from '~/components/live-region';
import { areNotificationsWanted, subscribeNotifications } from '~/components/notify';
import { PageLoader } from '~/components/page-loader';
import { recheckOnRefusal } from '~/entities/permissions/recheck-on-refusal';
import { forgetOnChangeOfPerson } from '~/entities/session/forget-on-change';
import { readColorScheme, setColorScheme, subscribeColorScheme } from '~/lib/color-scheme';
import { createQueryClient } from '~/lib/query-client';
import { resolveVariables, theme } from '../theme/theme';

const Notifications = lazy(() => import('./notifications'));

let unsubscribe = () => {};
const colorSchemeManager: MantineColorSchemeManager = {
  get: readColorScheme,
  set: setColorScheme,
  subscribe: (onUpdate) => {
    unsubscribe = subscribeColorScheme(() => onUpdate(readColorScheme()));
  },
  unsubscribe: () => unsubscribe(),
  clear: () => setColorScheme('auto'),
};

const queryClient = createQueryClient();

recheckOnRefusal(queryClient);

forgetOnChangeOfPerson(() => {
  queryClient.clear();
  // Billing details of a purchase that was begun.
  sessionStorage.clear();
});

export default function AppRoot({ children }: { children: ReactNode }) {
  const notified = useSyncExternalStore(subscribeNotifications, areNotificationsWanted, areNotificationsWanted);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        // All variables come from the theme at run time, so the style sheet of their defaults is not shipped.
        deduplicateCssVariables={false}
      >
        <Suspense fallback={<PageLoader />}>{children}</Suspense>
        <LiveRegion />
        {notified && (
          <Suspense fallback={null}>
            <Notifications />
          </Suspense>
        )}
      </MantineProvider>
    </QueryClientProvider>
  );
}
