import type common from './locales/en/common.json';
import type site from './locales/en/site.json';
import type policies from './locales/en/policies.json';
import type auth from './locales/en/auth.json';
import type registration from './locales/en/registration.json';
import type dashboard from './locales/en/dashboard.json';
import type learning from './locales/en/learning.json';
import type tests from './locales/en/tests.json';
import type exam from './locales/en/exam.json';
import type certificates from './locales/en/certificates.json';
import type payments from './locales/en/payments.json';
import type profile from './locales/en/profile.json';
import type admin from './locales/en/admin.json';
import type adminBulk from './locales/en/adminBulk.json';
import type adminOverview from './locales/en/adminOverview.json';
import type leads from './locales/en/leads.json';
import type adminTests from './locales/en/adminTests.json';
import type adminInstitutions from './locales/en/adminInstitutions.json';
import type adminUsers from './locales/en/adminUsers.json';
import type adminRoles from './locales/en/adminRoles.json';
import type adminAudit from './locales/en/adminAudit.json';
import type adminOperations from './locales/en/adminOperations.json';
import type programs from './locales/en/programs.json';
import type adminSettings from './locales/en/adminSettings.json';
import type institution from './locales/en/institution.json';
import type notifications from './locales/en/notifications.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      common: typeof common;
      site: typeof site;
      policies: typeof policies;
      auth: typeof auth;
      registration: typeof registration;
      dashboard: typeof dashboard;
      learning: typeof learning;
      tests: typeof tests;
      exam: typeof exam;
      certificates: typeof certificates;
      payments: typeof payments;
      profile: typeof profile;
      admin: typeof admin;
      adminBulk: typeof adminBulk;
      adminOverview: typeof adminOverview;
      leads: typeof leads;
      adminTests: typeof adminTests;
      adminInstitutions: typeof adminInstitutions;
      adminUsers: typeof adminUsers;
      adminRoles: typeof adminRoles;
      adminAudit: typeof adminAudit;
      adminOperations: typeof adminOperations;
      programs: typeof programs;
      adminSettings: typeof adminSettings;
      institution: typeof institution;
      notifications: typeof notifications;
    };
  }
}
