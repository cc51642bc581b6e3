-- Why: coupons are money, so they are written by functions alone: checked, with a reason, in the audit log, and never over a change
-- that somebody else made in between.

drop policy "staff add coupons" on public.coupons;
drop policy "staff change coupons" on public.coupons;
drop policy "staff remove unused coupons" on public.coupons;
revoke insert, update, delete on public.coupons from authenticated;

-- Uses of one coupon, newest first, page after page.
create index coupon_redemptions_newest on public.coupon_redemptions (coupon_id, redeemed_at desc, id desc);
create index coupons_created on public.coupons (created_at desc, id);

-- Counts no further than to the limit: a coupon may have been used a million times.
create function private.coupon_full(p_coupon public.coupons) returns boolean
  language sql stable set search_path = ''
as $$
  select p_coupon.max_redemptions is not null and p_coupon.max_redemptions = (
    select count(*) from (
      select from public.coupon_redemptions r where r.coupon_id = p_coupon.id limit p_coupon.max_redemptions) u)
$$;

create function private.coupon_status(p_coupon public.coupons, p_now timestamptz) returns text
  language sql stable set search_path = ''
as $$
  select case
    when not p_coupon.active then 'off'
    when p_coupon.valid_until <= p_now then 'ended'
    when private.coupon_full(p_coupon) then 'used_up'
    when p_coupon.valid_from > p_now then 'planned'
    else 'active' end
$$;

create function private.coupon_row(p_coupon public.coupons, p_now timestamptz) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', p_coupon.id, 'code', p_coupon.code, 'kind', p_coupon.kind, 'value', p_coupon.value,
    'max_discount', p_coupon.max_discount, 'track_id', p_coupon.track_id,
    'track_name', (select t.name from public.tracks t where t.id = p_coupon.track_id), 'valid_from', p_coupon.valid_from,
    'valid_until', p_coupon.valid_until, 'max_redemptions', p_coupon.max_redemptions, 'per_user', p_coupon.per_user,
    'active', p_coupon.active, 'created_at', p_coupon.created_at, 'version', p_coupon.updated_at,
    'redemptions', (select count(*) from public.coupon_redemptions r where r.coupon_id = p_coupon.id),
    'status', private.coupon_status(p_coupon, p_now))
$$;

-- Coupons are hundreds, their uses may be millions: uses are counted for the coupons of the page alone.
create function private.list_coupons(
  p_search text, p_status text, p_sort text, p_descending boolean, p_limit int, p_offset int, p_now timestamptz) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_search text := upper(trim(coalesce(p_search, '')));
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 100);
  v_offset int := greatest(coalesce(p_offset, 0), 0);
  v_down boolean := coalesce(p_descending, false);
  v_answer jsonb;
begin
  perform private.require_any_permission('coupons.manage');
  with found as (
    select c as coupon, c.id, c.code, c.created_at, c.valid_until from public.coupons c
    where (v_search = '' or strpos(c.code, v_search) > 0)
      and (p_status is null or private.coupon_status(c, p_now) = p_status)
  ), page as (
    select f.*, row_number() over (order by
      case when p_sort = 'code' and not v_down then f.code end, case when p_sort = 'code' and v_down then f.code end desc,
      case when p_sort = 'valid_until' and not v_down then coalesce(f.valid_until, 'infinity') end,
      case when p_sort = 'valid_until' and v_down then coalesce(f.valid_until, 'infinity') end desc,
      f.created_at desc, f.id) as place
    from found f order by place limit v_limit offset v_offset
  )
  select jsonb_build_object('total', (select count(*) from found),
    'rows', coalesce((select jsonb_agg(private.coupon_row(p.coupon, p_now) order by p.place) from page p), '[]'))
  into v_answer;
  return v_answer;
end
$$;

-- Once it was asked for in an order its code is printed somewhere.
create function private.coupon_used(p_coupon_id uuid) returns boolean
  language sql stable set search_path = ''
as $$
  select exists (select from public.coupon_redemptions r where r.coupon_id = p_coupon_id)
    or exists (select from public.orders o where o.coupon_id = p_coupon_id)
$$;

create function private.get_coupon(p_coupon_id uuid, p_now timestamptz) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_coupon public.coupons;
begin
  perform private.require_any_permission('coupons.manage');
  select c.* into v_coupon from public.coupons c where c.id = p_coupon_id;
  if not found then
    raise exception 'coupon_not_found' using detail = 'There is no such coupon.';
  end if;
  return private.coupon_row(v_coupon, p_now) || jsonb_build_object('used', private.coupon_used(p_coupon_id));
end
$$;

-- Who it was is told only to who may see payments.
create function private.list_coupon_redemptions(p_coupon_id uuid, p_after jsonb, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = ''
as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 25), 1), 100);
  v_at timestamptz := (p_after ->> 'at')::timestamptz;
  v_id uuid := (p_after ->> 'id')::uuid;
  v_people boolean;
  v_rows jsonb;
begin
  perform private.require_any_permission('coupons.manage');
  v_people := private.has_permission('payments.read');
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'at', r.redeemed_at, 'discount', o.discount, 'track_name', t.name,
    'user_id', case when v_people then r.user_id end, 'full_name', case when v_people then p.full_name end,
    'email', case when v_people then p.email end) order by r.redeemed_at desc, r.id desc), '[]') into v_rows
  from (
    select r.* from public.coupon_redemptions r
    where r.coupon_id = p_coupon_id and (v_at is null or (r.redeemed_at, r.id) < (v_at, v_id))
    order by r.redeemed_at desc, r.id desc limit v_limit + 1
  ) r
  join public.orders o on o.id = r.order_id
  join public.tracks t on t.id = o.track_id
  join public.profiles p on p.user_id = r.user_id;
  return jsonb_build_object('people', v_people, 'rows', v_rows - v_limit, 'next', case when jsonb_array_length(v_rows) > v_limit then
    jsonb_build_object('at', v_rows -> (v_limit - 1) -> 'at', 'id', v_rows -> (v_limit - 1) -> 'id') end);
end
$$;

-- What the form says, checked; id, active and times are the table's.
create function private.clean_coupon(p_coupon jsonb) returns public.coupons
  language plpgsql stable set search_path = ''
as $$
declare
  v_coupon public.coupons;
  v_fields text[] := array['code', 'kind', 'value', 'max_discount', 'track_id', 'valid_from', 'valid_until', 'max_redemptions', 'per_user'];
  v_unknown text;
begin
  if jsonb_typeof(p_coupon) is distinct from 'object' then
    raise exception 'invalid_value' using detail = 'An object of fields is needed.';
  end if;
  select string_agg(f, ', ' order by f) into v_unknown from jsonb_object_keys(p_coupon) f where f <> all (v_fields);
  if v_unknown is not null then
    raise exception 'unknown_field' using detail = v_unknown;
  end if;
  v_coupon.code := upper(private.text_field(p_coupon, 'code', 3, 40));
  if v_coupon.code !~ '^[A-Z0-9_-]{3,40}$' then
    perform private.refuse_field('code', 'Letters, digits, - and _ only.');
  end if;
  if coalesce(p_coupon ->> 'kind', '') not in ('percent', 'amount') then
    perform private.refuse_field('kind', 'It is percent or amount.');
  end if;
  v_coupon.kind := (p_coupon ->> 'kind')::public.discount_kind;
  v_coupon.value := private.number_field(p_coupon, 'value', 1, case v_coupon.kind when 'percent' then 100 else 100000000 end);
  if coalesce(p_coupon -> 'max_discount', 'null') <> 'null' then
    if v_coupon.kind = 'amount' then
      perform private.refuse_field('max_discount', 'Only a percentage has a cap.');
    end if;
    v_coupon.max_discount := private.number_field(p_coupon, 'max_discount', 1, 100000000);
  end if;
  if coalesce(p_coupon -> 'track_id', 'null') <> 'null' then
    select t.id into v_coupon.track_id from public.tracks t where to_jsonb(t.id) = p_coupon -> 'track_id';
    if not found then
      perform private.refuse_field('track_id', 'There is no such track.');
    end if;
  end if;
  v_coupon.valid_from := private.moment_field(p_coupon, 'valid_from');
  if v_coupon.valid_from is null then
    perform private.refuse_field('valid_from', 'When does it begin?');
  end if;
  v_coupon.valid_until := private.moment_field(p_coupon, 'valid_until');
  if v_coupon.valid_until <= v_coupon.valid_from then
    perform private.refuse_field('valid_until', 'It ends after it begins.');
  end if;
  if coalesce(p_coupon -> 'max_redemptions', 'null') <> 'null' then
    v_coupon.max_redemptions := private.number_field(p_coupon, 'max_redemptions', 1, 1000000);
  end if;
  v_coupon.per_user := private.number_field(p_coupon, 'per_user', 1, 1000);
  return v_coupon;
end
$$;

create function private.coupon_state(p_coupon public.coupons) returns jsonb
  language sql immutable set search_path = ''
as $$ select to_jsonb(p_coupon) - array['id', 'created_at', 'updated_at'] $$;

create function private.refuse_taken_code(p_code text, p_but uuid) returns void
  language plpgsql stable set search_path = ''
as $$
begin
  if exists (select from public.coupons c where c.code = p_code and c.id is distinct from p_but) then
    raise exception 'code_taken' using detail = 'Another coupon has this code.';
  end if;
end
$$;

-- The coupon as the person saw it, held until the end.
create function private.lock_coupon(p_coupon_id uuid, p_version timestamptz) returns public.coupons
  language plpgsql set search_path = ''
as $$
declare
  v_coupon public.coupons;
begin
  select c.* into v_coupon from public.coupons c where c.id = p_coupon_id for update;
  if not found then
    raise exception 'coupon_not_found' using detail = 'There is no such coupon.';
  end if;
  if v_coupon.updated_at is distinct from p_version then
    raise exception 'changed_meanwhile' using detail = 'Somebody else has changed the coupon in the meantime.';
  end if;
  return v_coupon;
end
$$;

create function private.create_coupon(p_coupon jsonb, p_reason text) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_coupon public.coupons;
begin
  perform private.require_any_permission('coupons.manage');
  v_reason := private.clean_reason(p_reason);
  v_coupon := private.clean_coupon(p_coupon);
  -- One at a time, so that two of the same code end in words and not in a fault.
  perform pg_advisory_xact_lock(hashtext('private.create_coupon'));
  perform private.refuse_taken_code(v_coupon.code, null);
  insert into public.coupons (code, kind, value, max_discount, track_id, valid_from, valid_until, max_redemptions, per_user)
  values (v_coupon.code, v_coupon.kind, v_coupon.value, v_coupon.max_discount, v_coupon.track_id, v_coupon.valid_from,
    v_coupon.valid_until, v_coupon.max_redemptions, v_coupon.per_user)
  returning * into v_coupon;
  perform private.audit_act('coupon.created', 'coupon', v_coupon.id::text, v_reason, '{}', private.coupon_state(v_coupon));
  return v_coupon.id;
end
$$;

create function private.change_coupon(p_coupon_id uuid, p_version timestamptz, p_coupon jsonb, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_new public.coupons;
  v_before public.coupons;
  v_after public.coupons;
begin
  perform private.require_any_permission('coupons.manage');
  v_reason := private.clean_reason(p_reason);
  v_new := private.clean_coupon(p_coupon);
  perform pg_advisory_xact_lock(hashtext('private.create_coupon'));
  v_before := private.lock_coupon(p_coupon_id, p_version);
  if v_new.code <> v_before.code and private.coupon_used(p_coupon_id) then
    raise exception 'code_fixed' using detail = 'The code of a coupon that was used stays.';
  end if;
  perform private.refuse_taken_code(v_new.code, p_coupon_id);
  update public.coupons c set code = v_new.code, kind = v_new.kind, value = v_new.value, max_discount = v_new.max_discount,
    track_id = v_new.track_id, valid_from = v_new.valid_from, valid_until = v_new.valid_until,
    max_redemptions = v_new.max_redemptions, per_user = v_new.per_user
  where c.id = p_coupon_id returning * into v_after;
  perform private.audit_act('coupon.changed', 'coupon', p_coupon_id::text, v_reason, private.coupon_state(v_before), private.coupon_state(v_after));
end
$$;

create function private.set_coupon_active(p_coupon_id uuid, p_version timestamptz, p_active boolean, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.coupons;
begin
  perform private.require_any_permission('coupons.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_coupon(p_coupon_id, p_version);
  if v_before.active is not distinct from coalesce(p_active, false) then
    return;
  end if;
  update public.coupons c set active = coalesce(p_active, false) where c.id = p_coupon_id;
  perform private.audit_act(case when p_active then 'coupon.switched_on' else 'coupon.switched_off' end, 'coupon', p_coupon_id::text,
    v_reason, jsonb_build_object('code', null, 'active', v_before.active), jsonb_build_object('code', v_before.code, 'active', p_active));
end
$$;

create function private.delete_coupon(p_coupon_id uuid, p_version timestamptz, p_reason text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  v_reason text;
  v_before public.coupons;
begin
  perform private.require_any_permission('coupons.manage');
  v_reason := private.clean_reason(p_reason);
  v_before := private.lock_coupon(p_coupon_id, p_version);
  if private.coupon_used(p_coupon_id) then
    raise exception 'coupon_used' using detail = 'Orders name this coupon; it can be switched off.';
  end if;
  delete from public.coupons c where c.id = p_coupon_id;
  perform private.audit_act('coupon.deleted', 'coupon', p_coupon_id::text, v_reason, private.coupon_state(v_before), '{}');
end
$$;

create function public.list_coupons(p_search text default null, p_status text default null, p_sort text default null,
  p_descending boolean default null, p_limit int default null, p_offset int default null) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_coupons(p_search, p_status, p_sort, p_descending, p_limit, p_offset, now()) $$;
create function public.get_coupon(p_coupon_id uuid) returns jsonb
  language sql stable set search_path = ''
as $$ select private.get_coupon(p_coupon_id, now()) $$;
create function public.list_coupon_redemptions(p_coupon_id uuid, p_after jsonb default null, p_limit int default null) returns jsonb
  language sql stable set search_path = ''
as $$ select private.list_coupon_redemptions(p_coupon_id, p_after, p_limit) $$;
create function public.create_coupon(p_coupon jsonb, p_reason text) returns uuid
  language sql set search_path = ''
as $$ select private.create_coupon(p_coupon, p_reason) $$;
create function public.change_coupon(p_coupon_id uuid, p_version timestamptz, p_coupon jsonb, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.change_coupon(p_coupon_id, p_version, p_coupon, p_reason) $$;
create function public.set_coupon_active(p_coupon_id uuid, p_version timestamptz, p_active boolean, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.set_coupon_active(p_coupon_id, p_version, p_active, p_reason) $$;
create function public.delete_coupon(p_coupon_id uuid, p_version timestamptz, p_reason text) returns void
  language sql set search_path = ''
as $$ select private.delete_coupon(p_coupon_id, p_version, p_reason) $$;

comment on function public.list_coupons(text, text, text, boolean, int, int) is
  'Coupons with how often they were used: {total, rows}. p_search: part of the code; p_status: active, planned, ended, used_up or off; p_sort: code, valid_until, else newest first. Needs coupons.manage.';
comment on function public.get_coupon(uuid) is
  'One coupon; amounts in paise; used: an order names it. Needs coupons.manage. Code: coupon_not_found.';
comment on function public.list_coupon_redemptions(uuid, jsonb, int) is
  'Paid uses of a coupon, newest first: {people, rows, next}; people are named only with payments.read. Needs coupons.manage.';
comment on function public.create_coupon(jsonb, text) is
  'Makes a coupon of {code, kind, value (per cent or paise), max_discount, track_id, valid_from, valid_until, max_redemptions, per_user}; answers its id. Needs coupons.manage. Codes: reason_needed, code_taken, invalid_value, unknown_field, invalid_<field>.';
comment on function public.change_coupon(uuid, timestamptz, jsonb, text) is
  'Replaces what a coupon says, all its fields. Needs coupons.manage. Codes as for create_coupon, and coupon_not_found, changed_meanwhile, code_fixed.';
comment on function public.set_coupon_active(uuid, timestamptz, boolean, text) is
  'Switches a coupon on or off. Needs coupons.manage. Codes: reason_needed, coupon_not_found, changed_meanwhile.';
comment on function public.delete_coupon(uuid, timestamptz, text) is
  'Deletes a coupon that no order names. Needs coupons.manage. Codes: reason_needed, coupon_not_found, changed_meanwhile, coupon_used.';

revoke execute on function
  private.coupon_full(public.coupons), private.coupon_status(public.coupons, timestamptz), private.coupon_row(public.coupons, timestamptz),
  private.coupon_used(uuid), private.clean_coupon(jsonb), private.coupon_state(public.coupons), private.refuse_taken_code(text, uuid),
  private.lock_coupon(uuid, timestamptz),
  private.list_coupons(text, text, text, boolean, int, int, timestamptz), private.get_coupon(uuid, timestamptz),
  private.list_coupon_redemptions(uuid, jsonb, int), private.create_coupon(jsonb, text),
  private.change_coupon(uuid, timestamptz, jsonb, text), private.set_coupon_active(uuid, timestamptz, boolean, text),
  private.delete_coupon(uuid, timestamptz, text),
  public.list_coupons(text, text, text, boolean, int, int), public.get_coupon(uuid), public.list_coupon_redemptions(uuid, jsonb, int),
  public.create_coupon(jsonb, text), public.change_coupon(uuid, timestamptz, jsonb, text),
  public.set_coupon_active(uuid, timestamptz, boolean, text), public.delete_coupon(uuid, timestamptz, text)
from public, anon, authenticated, service_role;
grant execute on function
  private.list_coupons(text, text, text, boolean, int, int, timestamptz), private.get_coupon(uuid, timestamptz),
  private.list_coupon_redemptions(uuid, jsonb, int), private.create_coupon(jsonb, text),
  private.change_coupon(uuid, timestamptz, jsonb, text), private.set_coupon_active(uuid, timestamptz, boolean, text),
  private.delete_coupon(uuid, timestamptz, text),
  public.list_coupons(text, text, text, boolean, int, int), public.get_coupon(uuid), public.list_coupon_redemptions(uuid, jsonb, int),
  public.create_coupon(jsonb, text), public.change_coupon(uuid, timestamptz, jsonb, text),
  public.set_coupon_active(uuid, timestamptz, boolean, text), public.delete_coupon(uuid, timestamptz, text)
to authenticated;
