import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { RequireKind } from '../guards/lazy-guards';

const AdminLayout = lazy(() => import('../layouts/admin-layout'));
const AdminHome = lazy(() => import('../layouts/admin-home'));

export const adminRoutes = (
  <Route element={<RequireKind kinds={['staff']} />}>
    <Route element={<AdminLayout />}>
      <Route path={routes.admin} element={<AdminHome />} />
    </Route>
  </Route>
);
