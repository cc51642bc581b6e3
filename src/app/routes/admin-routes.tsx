import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { RequireKind } from '../guards/require-kind';
import { RequirePermission } from '../guards/require-permission';

const AdminLayout = lazy(() => import('../layouts/admin-layout'));
const AdminHome = lazy(() => import('../layouts/admin-home'));
const LeadsPage = lazy(() => import('~/features/admin/leads/components/leads-page'));
const LeadDrawer = lazy(() => import('~/features/admin/leads/components/drawer/lead-drawer'));

export const adminRoutes = (
  <Route element={<RequireKind kinds={['staff']} />}>
    <Route element={<AdminLayout />}>
      <Route path={routes.admin} element={<AdminHome />} />
      <Route element={<RequirePermission anyOf={['leads.read', 'leads.manage']} />}>
        <Route path={routes.adminLeads} element={<LeadsPage />}>
          <Route path={routes.adminLead} element={<LeadDrawer />} />
        </Route>
      </Route>
    </Route>
  </Route>
);
