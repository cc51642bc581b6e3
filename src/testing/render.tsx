import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { Suspense, type ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { theme } from '~/app/theme/theme';
import { areas } from '~/lib/i18n/areas';

const texts = import.meta.glob<Record<string, unknown>>('../lib/i18n/locales/en/*.json', {
  import: 'default',
  eager: true,
});

if (!i18next.isInitialized) {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    ns: [...areas],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    resources: {
      en: Object.fromEntries(areas.map((area) => [area, texts[`../lib/i18n/locales/en/${area}.json`] ?? {}])),
    },
  });
}

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output data-testid="address" hidden>{`${pathname}${search}${hash}`}</output>;
}

type Options = {
  /** Where the person stands, with query; `/` if not said. */
  at?: string;
  /** The route's pattern, when the page reads parameters from its address. */
  path?: string;
  queryClient?: QueryClient;
};

/** Renders as the app does: theme, texts, router, query cache without retries. Gives `user` to act with and `address()`. */
export function renderApp(ui: ReactNode, { at = '/', path = '*', queryClient }: Options = {}) {
  const client =
    queryClient ?? new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  const view = render(
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} env="test">
        <MemoryRouter initialEntries={[at]}>
          <Suspense fallback={null}>
            <Routes>
              <Route path={path} element={ui} />
              <Route path="*" element={null} />
            </Routes>
          </Suspense>
          <Address />
        </MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return {
    ...view,
    user: userEvent.setup(),
    queryClient: client,
    address: () => view.getByTestId('address').textContent,
  };
}
