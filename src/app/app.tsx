import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import { ErrorBoundary } from '~/components/error-boundary';
import { PageLoader } from '~/components/page-loader';
import { areaAt } from './areas';
import { PublicLayout } from './layouts/public-layout';
import { LateNotice } from './notice/late-notice';
import { publicRoutes } from './routes/public-routes';
import { ScrollToTop } from './scroll-to-top';

// Mantine, the query cache and the session belong to the app's own pages; public pages start without them.
const AppRoot = lazy(() => import('./layouts/app-root'));

export function App() {
  return (
    <ErrorBoundary>
      <BrowserRouter>
        <ScrollToTop />
        <LateNotice />
        <Suspense fallback={<PageLoader />}>
          <Pages />
        </Suspense>
      </BrowserRouter>
    </ErrorBoundary>
  );
}

function Pages() {
  const area = areaAt(useLocation().pathname);
  if (area === null) {
    return (
      <Routes>
        <Route element={<PublicLayout />}>{publicRoutes}</Route>
      </Routes>
    );
  }
  return <AppRoot>{area}</AppRoot>;
}
