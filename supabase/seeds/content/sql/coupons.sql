insert into public.coupons (id, code, kind, value, max_discount, track_id, valid_from, valid_until, max_redemptions, per_user) values
  ('00000000-0000-4000-8000-000000000501', 'WELCOME10', 'percent', 10, 50000, null, now() - interval '30 days', null, null, 1),
  ('00000000-0000-4000-8000-000000000502', 'FLAT500', 'amount', 50000, null, null, now() - interval '30 days', null, null, 1),
  ('00000000-0000-4000-8000-000000000503', 'CAMPUS100', 'percent', 100, null, 'ai-foundations', now() - interval '30 days', null, null, 1),
  ('00000000-0000-4000-8000-000000000504', 'EXPIRED20', 'percent', 20, null, null, now() - interval '90 days', now() - interval '60 days', null, 1),
  ('00000000-0000-4000-8000-000000000505', 'LASTSEAT', 'percent', 25, null, null, now() - interval '30 days', null, 1, 1)
on conflict do nothing;
