import { lazy } from 'react';
import { Route } from 'react-router';
import { RequireKind } from '../guards/lazy-guards';

const LearnerLayout = lazy(() => import('../layouts/learner-layout'));

export const learnerRoutes = (
  <Route element={<RequireKind kinds={['learner']} />}>
    <Route element={<LearnerLayout />} />
  </Route>
);
