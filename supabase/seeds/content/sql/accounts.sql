-- People and the institution are invented. The password of all four accounts is Learn-AI-2026.
insert into auth.users (
  instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new
)
select
  '00000000-0000-0000-0000-000000000000', account.id::uuid, 'authenticated', 'authenticated', account.email,
  extensions.crypt('Learn-AI-2026', extensions.gen_salt('bf', 10)), now(),
  '{"provider":"email","providers":["email"]}'::jsonb, account.meta::jsonb, now() - interval '40 days', now(), '', '', '', ''
from (values
  ('00000000-0000-4000-8000-000000000101', 'learner@example.com', '{"full_name":"Asha Rao","phone":"+91 98000 00101","organization":"Sample Textiles (demo)","designation":"Analyst","location":"Pune","consent_version":"2026-04-01"}'),
  ('00000000-0000-4000-8000-000000000102', 'ready@example.com', '{"full_name":"Meera Nair","phone":"+91 98000 00102","organization":"Sample Logistics (demo)","designation":"Operations lead","location":"Kochi","consent_version":"2026-04-01"}'),
  ('00000000-0000-4000-8000-000000000103', 'manager@example.com', '{"full_name":"Dev Kulkarni","phone":"+91 98000 00103","organization":"Sample University (demo)","designation":"Placement officer","location":"Nagpur","consent_version":"2026-04-01"}'),
  ('00000000-0000-4000-8000-000000000104', 'admin@example.com', '{"full_name":"Nila Iyer","phone":"+91 98000 00104","organization":"AI Ready (demo)","designation":"Platform administrator","location":"Chennai","consent_version":"2026-04-01"}')
) as account (id, email, meta)
on conflict do nothing;

insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
select
  u.id::text, u.id, jsonb_build_object('sub', u.id::text, 'email', u.email, 'email_verified', true, 'phone_verified', false),
  'email', now(), u.created_at, now()
from auth.users u
where u.id between '00000000-0000-4000-8000-000000000101' and '00000000-0000-4000-8000-000000000104'
on conflict do nothing;

update public.profiles set joined_at = now() - interval '40 days'
where user_id between '00000000-0000-4000-8000-000000000101' and '00000000-0000-4000-8000-000000000104'
  and joined_at > now() - interval '1 day';
update public.profiles set kind = 'institution' where user_id = '00000000-0000-4000-8000-000000000103';
update public.profiles set kind = 'staff' where user_id = '00000000-0000-4000-8000-000000000104';

insert into public.staff_roles (user_id, role_id) values ('00000000-0000-4000-8000-000000000104', 'super-admin') on conflict do nothing;

insert into public.institutions (id, kind, name, contact_name, contact_email, contact_phone, address, state)
values (
  '00000000-0000-4000-8000-000000000201', 'university', 'Sample University (demo)', 'Dev Kulkarni', 'manager@example.com',
  '+91 98000 00103', '1 Example Road, Nagpur 440001', '27'
)
on conflict do nothing;
insert into public.institution_managers (institution_id, user_id)
values ('00000000-0000-4000-8000-000000000201', '00000000-0000-4000-8000-000000000103')
on conflict do nothing;
