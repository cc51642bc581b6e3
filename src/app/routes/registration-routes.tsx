import { lazy } from 'react';
import { Route } from 'react-router';

const FocusLayout = lazy(() => import('../layouts/focus-layout'));

// Open to all: it begins as a stranger and ends, in the same visit, as a signed-in learner.
export const registrationRoutes = <Route element={<FocusLayout />} />;
