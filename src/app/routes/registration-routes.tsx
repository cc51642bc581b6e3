import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';

const FocusLayout = lazy(() => import('../layouts/focus-layout'));
const RegistrationLayout = lazy(() => import('~/features/registration/components/registration-layout'));
const DetailsStep = lazy(() => import('~/features/registration/components/details-step'));
const CodeStep = lazy(() => import('~/features/registration/components/code-step'));
const CourseStep = lazy(() => import('~/features/registration/components/course-step'));
const PaymentPage = lazy(() => import('./registration-payment-page'));
const DoneStep = lazy(() => import('~/features/registration/components/done-step'));

// Open to all: it begins as a stranger and ends, in the same visit, as a signed-in learner.
export const registrationRoutes = (
  <Route element={<FocusLayout />}>
    <Route path={routes.register} element={<RegistrationLayout />}>
      <Route index element={<DetailsStep />} />
      <Route path="code" element={<CodeStep />} />
      <Route path="course" element={<CourseStep />} />
      <Route path="payment" element={<PaymentPage />} />
      <Route path="done" element={<DoneStep />} />
    </Route>
  </Route>
);
