import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { PublicLayout } from '../layouts/public-layout';

const LandingPage = lazy(() => import('~/features/site/components/landing-page'));
const TrackPage = lazy(() => import('~/features/site/components/track-page'));
const VerifyPage = lazy(() => import('~/features/site/components/verify-page'));
const PolicyPage = lazy(() => import('~/features/site/components/policy-page'));
const NotFoundPage = lazy(() => import('~/features/site/components/not-found-page'));

export const publicRoutes = (
  <>
    <Route path={routes.landing} element={<LandingPage />} />
    <Route path={routes.track} element={<TrackPage />} />
    <Route path={routes.verify} element={<VerifyPage />} />
    <Route path={routes.verifyNumber} element={<VerifyPage />} />
    <Route path={routes.privacy} element={<PolicyPage policy="privacy" />} />
    <Route path={routes.terms} element={<PolicyPage policy="terms" />} />
    <Route path={routes.refundPolicy} element={<PolicyPage policy="refunds" />} />
    <Route path="*" element={<NotFoundPage />} />
  </>
);

/** Where an area has nothing: the same page, in the same frame. */
export const lostRoute = (
  <Route element={<PublicLayout />}>
    <Route path="*" element={<NotFoundPage />} />
  </Route>
);
