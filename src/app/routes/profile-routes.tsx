import { lazy } from 'react';
import { Route } from 'react-router';
import { RequireKind } from '../guards/lazy-guards';

const FocusLayout = lazy(() => import('../layouts/focus-layout'));

export const profileRoutes = (
  <Route element={<RequireKind kinds={['learner', 'institution', 'staff']} />}>
    <Route element={<FocusLayout />} />
  </Route>
);
