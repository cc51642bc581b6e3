import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ErrorBoundary } from '~/components/error-boundary';
import { PageLoader } from '~/components/page-loader';
import { PublicLayout } from './layouts/public-layout';
import { adminRoutes } from './routes/admin-routes';
import { authRoutes } from './routes/auth-routes';
import { institutionRoutes } from './routes/institution-routes';
import { learnerRoutes } from './routes/learner-routes';
import { profileRoutes } from './routes/profile-routes';
import { publicRoutes } from './routes/public-routes';
import { registrationRoutes } from './routes/registration-routes';
import { ScrollToTop } from './scroll-to-top';

// Mantine, the query cache and the session belong to the app's own pages; public pages start without them.
const AppRoot = lazy(() => import('./layouts/app-root'));

export function App() {
  return (
    <ErrorBoundary>
      <BrowserRouter>
        <ScrollToTop />
        <Suspense fallback={<PageLoader />}>
          <Routes>
            <Route element={<PublicLayout />}>{publicRoutes}</Route>
            <Route element={<AppRoot />}>
              {authRoutes}
              {registrationRoutes}
              {learnerRoutes}
              {profileRoutes}
              {adminRoutes}
              {institutionRoutes}
            </Route>
          </Routes>
        </Suspense>
      </BrowserRouter>
    </ErrorBoundary>
  );
}
