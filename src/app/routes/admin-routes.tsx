import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { RequireKind } from '../guards/require-kind';
import { RequirePermission } from '../guards/require-permission';

const AdminLayout = lazy(() => import('../layouts/admin-layout'));
const AdminStart = lazy(() => import('../layouts/admin-start'));
const AdminRights = lazy(() => import('../layouts/admin-rights'));
const OverviewPage = lazy(() => import('~/features/admin/overview/components/overview-page'));
const OverviewRows = lazy(() => import('~/features/admin/overview/components/rows-drawer'));
const BulkPage = lazy(() => import('~/features/admin/bulk/components/bulk-page'));
const NewBulkPage = lazy(() => import('~/features/admin/bulk/components/new-bulk-page'));
const BulkJobPage = lazy(() => import('~/features/admin/bulk/components/job-page'));
const LeadsPage = lazy(() => import('~/features/admin/leads/components/leads-page'));
const LeadDrawer = lazy(() => import('~/features/admin/leads/components/drawer/lead-drawer'));
const UsersPage = lazy(() => import('~/features/admin/users/components/users-page'));
const UserDrawer = lazy(() => import('~/features/admin/users/components/drawer/user-drawer'));
const TracksPage = lazy(() => import('~/features/admin/programs/components/tracks/tracks-page'));
const TrackPage = lazy(() => import('~/features/admin/programs/components/tracks/track-page'));
const ModulesPage = lazy(() => import('~/features/admin/programs/components/modules/modules-page'));
const ModulePage = lazy(() => import('~/features/admin/programs/components/modules/module-page'));
const TestsPage = lazy(() => import('~/features/admin/tests/components/tests-page'));
const TestEditorPage = lazy(() => import('~/features/admin/tests/components/test-editor-page'));
const AuditPage = lazy(() => import('~/features/admin/audit/components/audit-page'));
const EntryDrawer = lazy(() => import('~/features/admin/audit/components/entry-drawer'));
const OutboxPage = lazy(() => import('~/features/admin/operations/components/outbox-page'));
const JobDrawer = lazy(() => import('~/features/admin/operations/components/job-drawer'));
const InboxPage = lazy(() => import('~/features/admin/operations/components/inbox-page'));
const EventDrawer = lazy(() => import('~/features/admin/operations/components/event-drawer'));
const InstitutionsPage = lazy(() => import('~/features/admin/institutions/components/institutions-page'));
const InstitutionDrawer = lazy(() => import('~/features/admin/institutions/components/drawer/institution-drawer'));
const RolesPage = lazy(() => import('~/features/admin/roles/components/roles-page'));
const RoleDrawer = lazy(() => import('~/features/admin/roles/components/role-drawer'));
const StaffPage = lazy(() => import('~/features/admin/roles/components/staff-page'));
const StaffDrawer = lazy(() => import('~/features/admin/roles/components/staff-drawer'));
const SettingsStart = lazy(() => import('~/features/admin/settings/components/settings-start'));
const SettingPage = lazy(() => import('~/features/admin/settings/components/setting-page'));
const MailsPage = lazy(() => import('~/features/admin/settings/components/mails/mails-page'));
const MailDrawer = lazy(() => import('~/features/admin/settings/components/mails/mail-drawer'));
const CouponsPage = lazy(() => import('~/features/admin/settings/components/coupons/coupons-page'));
const CouponDrawer = lazy(() => import('~/features/admin/settings/components/coupons/coupon-drawer'));

export const adminRoutes = (
  <Route element={<RequireKind kinds={['staff']} />}>
    <Route element={<AdminLayout />}>
      <Route path={routes.admin} element={<AdminStart />} />
      <Route path={routes.adminRights} element={<AdminRights />} />
      <Route element={<RequirePermission anyOf={['bulk.run']} />}>
        <Route path={routes.adminBulk} element={<BulkPage />} />
        <Route path={routes.adminNewBulk} element={<NewBulkPage />} />
        <Route path={routes.adminBulkJob} element={<BulkJobPage />} />
      </Route>
      <Route element={<RequirePermission anyOf={['analytics.read']} />}>
        <Route path={routes.adminOverview} element={<OverviewPage />}>
          <Route path={routes.adminOverviewRows} element={<OverviewRows />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['leads.read', 'leads.manage']} />}>
        <Route path={routes.adminLeads} element={<LeadsPage />}>
          <Route path={routes.adminLead} element={<LeadDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['users.read']} />}>
        <Route path={routes.adminUsers} element={<UsersPage />}>
          <Route path={routes.adminUser} element={<UserDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['catalogue.manage']} />}>
        <Route path={routes.adminPrograms} element={<TracksPage />} />
        <Route path={routes.adminTrack} element={<TrackPage />} />
        <Route path={routes.adminModules} element={<ModulesPage />} />
        <Route path={routes.adminModule} element={<ModulePage />} />
      </Route>
      <Route element={<RequirePermission anyOf={['tests.manage']} />}>
        <Route path={routes.adminTests} element={<TestsPage />} />
        <Route path={routes.adminTest} element={<TestEditorPage />} />
      </Route>
      <Route element={<RequirePermission anyOf={['audit.read']} />}>
        <Route path={routes.adminAudit} element={<AuditPage />}>
          <Route path={routes.adminAuditEntry} element={<EntryDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['outbox.manage']} />}>
        <Route path={routes.adminOutbox} element={<OutboxPage />}>
          <Route path={routes.adminJob} element={<JobDrawer />} />
        </Route>
        <Route path={routes.adminInbox} element={<InboxPage />}>
          <Route path={routes.adminEvent} element={<EventDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['institutions.read']} />}>
        <Route path={routes.adminInstitutions} element={<InstitutionsPage />}>
          <Route path={routes.adminInstitution} element={<InstitutionDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['settings.manage', 'coupons.manage']} />}>
        <Route path={routes.adminSettings} element={<SettingsStart />} />
      </Route>
      <Route element={<RequirePermission anyOf={['settings.manage']} />}>
        <Route path={routes.adminSetting} element={<SettingPage />} />
        <Route path={routes.adminMails} element={<MailsPage />}>
          <Route path={routes.adminMail} element={<MailDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['coupons.manage']} />}>
        <Route path={routes.adminCoupons} element={<CouponsPage />}>
          <Route path={routes.adminCoupon} element={<CouponDrawer />} />
        </Route>
      </Route>
      <Route element={<RequirePermission anyOf={['roles.manage']} />}>
        <Route path={routes.adminRoles} element={<RolesPage />}>
          <Route path={routes.adminRole} element={<RoleDrawer />} />
        </Route>
        <Route path={routes.adminStaff} element={<StaffPage />}>
          <Route path={routes.adminStaffMember} element={<StaffDrawer />} />
        </Route>
      </Route>
    </Route>
  </Route>
);
