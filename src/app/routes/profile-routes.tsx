import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { RequireKind } from '../guards/require-kind';

const FocusLayout = lazy(() => import('../layouts/focus-layout'));
const AccountPage = lazy(() => import('./account-page'));
const CheckoutPage = lazy(() => import('~/features/payments/components/checkout-page'));

export const profileRoutes = (
  <>
    <Route element={<RequireKind kinds={['learner', 'institution', 'staff']} />}>
      <Route element={<FocusLayout />}>
        <Route path={routes.profile} element={<AccountPage />} />
      </Route>
    </Route>
    <Route element={<RequireKind kinds={['learner']} />}>
      <Route element={<FocusLayout />}>
        <Route path={routes.checkout} element={<CheckoutPage />} />
      </Route>
    </Route>
  </>
);
