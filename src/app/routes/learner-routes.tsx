import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { RequireKind } from '../guards/require-kind';

const LearnerLayout = lazy(() => import('../layouts/learner-layout'));
const FocusLayout = lazy(() => import('../layouts/focus-layout'));
const DashboardPage = lazy(() => import('./dashboard'));
const ExamPage = lazy(() => import('./exam'));
const ExamReturnPage = lazy(() => import('./exam-return'));
const ModulePage = lazy(() => import('~/features/learning/components/module-page'));
const MockTestPage = lazy(() => import('~/features/mock-tests/components/mock-test-page'));
const CertificatePage = lazy(() => import('~/features/certificates/components/certificate-page'));

export const learnerRoutes = (
  <Route element={<RequireKind kinds={['learner']} />}>
    <Route element={<LearnerLayout />}>
      <Route path={routes.dashboard} element={<DashboardPage />} />
      <Route path={routes.module} element={<ModulePage />} />
      <Route path={routes.exam} element={<ExamPage />} />
      <Route path={routes.examReturn} element={<ExamReturnPage />} />
      <Route path={routes.certificate} element={<CertificatePage />} />
    </Route>
    <Route element={<FocusLayout />}>
      <Route path={routes.mockTest} element={<MockTestPage />} />
    </Route>
  </Route>
);
