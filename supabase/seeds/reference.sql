-- What every installation needs: permissions, system roles, settings. Safe to run again: rights follow this file,
-- settings that somebody has edited stay as they are.

insert into public.permissions (id, description) values
  ('users.read', 'See people, their enrolments, progress and attempts'),
  ('users.manage', 'Create, invite, edit and suspend people'),
  ('identity.review', 'See identity documents and decide on them'),
  ('catalogue.manage', 'Edit tracks, modules and their files'),
  ('tests.manage', 'Edit mock tests, questions and answers'),
  ('enrolments.manage', 'Grant, extend and revoke enrolments'),
  ('payments.read', 'See orders, payments, refunds and invoices'),
  ('payments.refund', 'Refund payments'),
  ('coupons.manage', 'Create and edit coupons'),
  ('exams.read', 'See exam sessions and their results'),
  ('exams.manage', 'Decide flagged exams, void and reschedule'),
  ('certificates.read', 'See all certificates'),
  ('certificates.issue', 'Issue certificates by hand'),
  ('certificates.revoke', 'Revoke certificates'),
  ('institutions.read', 'See institutions, their managers and students'),
  ('institutions.manage', 'Create and edit institutions, invite managers'),
  ('leads.read', 'See enquiries'),
  ('leads.manage', 'Work on enquiries and convert them'),
  ('bulk.run', 'Import people from files'),
  ('roles.manage', 'Edit roles and give them to staff'),
  ('settings.manage', 'Change settings of the product'),
  ('audit.read', 'Read the audit log'),
  ('outbox.manage', 'See waiting and failed background work and retry it'),
  ('analytics.read', 'See figures and reports')
on conflict (id) do update set description = excluded.description;

insert into public.roles (id, name, description, system) values
  ('super-admin', 'Super admin', 'Every right', true),
  ('operations', 'Operations', 'Learners, exams, certificates and institutions from day to day', true),
  ('content-editor', 'Content editor', 'Tracks, modules, tests', true),
  ('sales', 'Sales', 'Enquiries and institutions', true),
  ('finance', 'Finance', 'Orders, refunds, coupons', true),
  ('support', 'Support', 'Looks at everything a learner may ask about, changes nothing', true)
on conflict (id) do update set name = excluded.name, description = excluded.description, system = true;

with held (role_id, permission_id) as (
  select 'super-admin', p.id from public.permissions p
  union all
  select 'operations', unnest(array[
    'users.read', 'users.manage', 'identity.review', 'enrolments.manage', 'payments.read', 'exams.read', 'exams.manage',
    'certificates.read', 'certificates.issue', 'certificates.revoke', 'institutions.read', 'institutions.manage',
    'bulk.run', 'outbox.manage', 'analytics.read'])
  union all
  select 'content-editor', unnest(array['catalogue.manage', 'tests.manage', 'analytics.read'])
  union all
  select 'sales', unnest(array['leads.read', 'leads.manage', 'institutions.read', 'institutions.manage', 'analytics.read'])
  union all
  select 'finance', unnest(array['payments.read', 'payments.refund', 'coupons.manage', 'users.read', 'analytics.read'])
  union all
  select 'support', unnest(array[
    'users.read', 'payments.read', 'exams.read', 'certificates.read', 'institutions.read', 'leads.read'])
),
added as (
  insert into public.role_permissions (role_id, permission_id)
  select role_id, permission_id from held
  on conflict do nothing
)
delete from public.role_permissions rp
using public.roles r
where r.id = rp.role_id and r.system
  and r.id in ('super-admin', 'operations', 'content-editor', 'sales', 'finance', 'support')
  and (rp.role_id, rp.permission_id) not in (select role_id, permission_id from held);

insert into public.app_settings (key, value, description, public) values
  ('company', '{"name": "AI Ready Certification", "address": "", "state": "Karnataka", "state_code": "29", "gstin": "", "email": "support@example.com"}',
   'Seller on invoices and sender of letters', true),
  ('tax', '{"rate_percent": 18, "sac": "999293", "inclusive": false}', 'Goods and services tax', true),
  ('policies', '{"submit_grace_seconds": 60, "renewal_window_days": 60, "order_ttl_hours": 24, "exam_grace_hours": 24}',
   'Time limits of the product', true),
  ('branding', '{"product_name": "AI Ready Certification", "certificate_signatory": "Director of Certification", "certificate_signatory_title": "AI Ready Certification"}',
   'Names printed in the app and on certificates', true)
on conflict (key) do update set description = excluded.description, public = excluded.public;
