import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { RequireKind } from '../guards/lazy-guards';

const InstitutionLayout = lazy(() => import('../layouts/institution-layout'));
const InstitutionHome = lazy(() => import('../layouts/institution-home'));

export const institutionRoutes = (
  <Route element={<RequireKind kinds={['institution']} />}>
    <Route element={<InstitutionLayout />}>
      <Route path={routes.institution} element={<InstitutionHome />} />
    </Route>
  </Route>
);
