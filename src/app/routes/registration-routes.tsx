import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';

const FocusLayout = lazy(() => import('../layouts/focus-layout'));
const TypePage = lazy(() => import('~/features/registration/components/type-page'));
const EnquiryPage = lazy(() => import('~/features/registration/components/enquiry/enquiry-page'));
const ThankYouPage = lazy(() => import('~/features/registration/components/enquiry/thank-you-page'));
const RegistrationLayout = lazy(() => import('~/features/registration/components/registration-layout'));
const DetailsStep = lazy(() => import('~/features/registration/components/details-step'));
const CodeStep = lazy(() => import('~/features/registration/components/code-step'));
const CourseStep = lazy(() => import('~/features/registration/components/course-step'));
const PaymentPage = lazy(() => import('./registration-payment-page'));
const DoneStep = lazy(() => import('~/features/registration/components/done-step'));

// Open to all: a learner begins as a stranger and ends, in the same visit, signed in; an institution needs no account at all.
export const registrationRoutes = (
  <Route element={<FocusLayout />}>
    <Route path={routes.register}>
      <Route index element={<TypePage />} />
      <Route path="institution" element={<EnquiryPage />} />
      <Route path="thank-you" element={<ThankYouPage />} />
      <Route element={<RegistrationLayout />}>
        <Route path="details" element={<DetailsStep />} />
        <Route path="code" element={<CodeStep />} />
        <Route path="course" element={<CourseStep />} />
        <Route path="payment" element={<PaymentPage />} />
        <Route path="done" element={<DoneStep />} />
      </Route>
    </Route>
  </Route>
);
