-- Opening an order, tying it to the vendor's, and letting go of orders nobody paid.

create function private.valid_billing(p_billing jsonb)
returns jsonb language plpgsql immutable set search_path = '' as $$
declare
  v_billing jsonb := jsonb_strip_nulls(jsonb_build_object(
    'name', nullif(trim(p_billing ->> 'name'), ''), 'address', nullif(trim(p_billing ->> 'address'), ''),
    'state', p_billing ->> 'state', 'gstin', nullif(upper(trim(p_billing ->> 'gstin')), '')));
begin
  if not v_billing ?& array['name', 'state'] or v_billing ->> 'state' !~ '^\d{2}$'
    or length(v_billing ->> 'name') > 200 or length(v_billing ->> 'address') > 500 then
    raise exception 'billing_invalid' using detail = 'A name and the state''s two-digit GST code are needed.';
  end if;
  if v_billing ->> 'gstin' !~ '^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$'
    or left(v_billing ->> 'gstin', 2) <> v_billing ->> 'state' then
    raise exception 'gstin_invalid' using detail = 'The GSTIN is not well-formed or belongs to another state.';
  end if;
  return v_billing;
end
$$;

-- One order for one wish: the same request key finds its order, and an open order of the same kind, track, coupon and total
-- is used again with the newest billing details. Locks: person, coupon, own orders.
create function private.create_order(
  p_user_id uuid, p_kind public.order_kind, p_track_id text, p_coupon_code text, p_billing jsonb, p_request_key text, p_now timestamptz)
returns public.orders language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_billing jsonb := private.valid_billing(p_billing);
  v_quote jsonb;
  v_id uuid := gen_random_uuid();
begin
  if coalesce(p_request_key, '') = '' or length(p_request_key) > 100 then
    raise exception 'request_key_invalid' using detail = 'A request key is needed.';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('order:' || p_user_id, 0));
  if not exists (select from public.profiles p where p.user_id = p_user_id and p.status = 'active') then
    raise exception 'not_allowed' using errcode = '42501', detail = 'The account is not active.';
  end if;

  select o.* into v_order from public.orders o
  where o.id = (select k.order_id from private.order_request_keys k where k.user_id = p_user_id and k.request_key = p_request_key);
  if found then
    return v_order;
  end if;

  v_quote := private.quote(p_user_id, p_kind, p_track_id, p_coupon_code, v_billing ->> 'state', true, p_now);

  update public.orders o
  set billing = v_billing, price = (v_quote ->> 'price')::int, discount = (v_quote ->> 'discount')::int,
    taxable = (v_quote ->> 'taxable')::int, tax_lines = v_quote -> 'tax_lines'
  where o.id = (
    select i.id from public.orders i
    where i.user_id = p_user_id and i.kind = p_kind and i.track_id = p_track_id and i.total = (v_quote ->> 'total')::int
      and i.status in ('created', 'failed') and i.expires_at > p_now
      and i.coupon_id is not distinct from (v_quote ->> 'coupon_id')::uuid
      and (p_kind = 'enrolment' or i.enrolment_id = (v_quote ->> 'enrolment_id')::uuid)
      and i.certificate_id is not distinct from (v_quote ->> 'certificate_id')::uuid
    order by i.created_at desc limit 1
    for update)
  and o.status in ('created', 'failed')
  returning o.* into v_order;

  if v_order.id is null then
    -- The buyer changed their mind: the coupon's place moves to the new order.
    update public.orders o set status = 'expired'
    where o.user_id = p_user_id and o.coupon_id = (v_quote ->> 'coupon_id')::uuid and o.status in ('created', 'failed');
    insert into public.orders (id, user_id, kind, track_id, enrolment_id, certificate_id, price, discount, taxable, tax_lines, total,
      coupon_id, billing, receipt, expires_at, request_key, created_at, updated_at)
    values (v_id, p_user_id, p_kind, p_track_id, (v_quote ->> 'enrolment_id')::uuid, (v_quote ->> 'certificate_id')::uuid,
      (v_quote ->> 'price')::int, (v_quote ->> 'discount')::int, (v_quote ->> 'taxable')::int, v_quote -> 'tax_lines',
      (v_quote ->> 'total')::int, (v_quote ->> 'coupon_id')::uuid, v_billing, 'ord_' || replace(v_id::text, '-', ''),
      p_now + make_interval(hours => private.policy_number('order_ttl_hours', 24)), p_request_key, p_now, p_now)
    returning * into v_order;
  end if;

  insert into private.order_request_keys (user_id, request_key, order_id) values (p_user_id, p_request_key, v_order.id);
  return v_order;
end
$$;

-- The first vendor order stays: when two requests each made one, both get the one that was stored.
create function private.attach_razorpay_order(p_order_id uuid, p_razorpay_order_id text, p_now timestamptz)
returns public.orders language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  update public.orders o
  set razorpay_order_id = coalesce(o.razorpay_order_id, p_razorpay_order_id),
    next_reconcile_at = case when o.status in ('created', 'failed', 'expired') then coalesce(o.next_reconcile_at, p_now + interval '2 minutes') end
  where o.id = p_order_id
  returning o.* into v_order;
  if not found then
    raise exception 'order_not_found' using detail = 'There is no such order.';
  end if;
  return v_order;
end
$$;

create function private.expire_orders(p_now timestamptz)
returns int language plpgsql security definer set search_path = '' as $$
declare
  v_count int;
begin
  update public.orders o set status = 'expired'
  where o.id in (
    select i.id from public.orders i
    where i.status in ('created', 'failed') and i.expires_at <= p_now
    for update skip locked);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

-- Unpaid orders to ask the vendor about, each at growing gaps (half its age, 2 minutes to 6 hours) for five days: the vendor
-- gives an uncaptured payment back after three, and webhooks are retried for one.
create function private.due_reconciliations(p_limit int, p_now timestamptz)
returns table (order_id uuid, razorpay_order_id text)
language sql security definer set search_path = '' as $$
  with due as materialized (
    select o.id from public.orders o
    where o.next_reconcile_at <= p_now
    order by o.next_reconcile_at limit greatest(p_limit, 0)
    for update skip locked
  )
  update public.orders o
  set next_reconcile_at = case when o.created_at > p_now - interval '5 days'
    then p_now + least(greatest((p_now - o.created_at) / 2, interval '2 minutes'), interval '6 hours') end
  from due where o.id = due.id
  returning o.id, o.razorpay_order_id
$$;

create function public.system_create_order(
  p_user_id uuid, p_kind public.order_kind, p_track_id text, p_coupon_code text, p_billing jsonb, p_request_key text)
returns public.orders language sql security definer set search_path = '' as $$
  select private.create_order(p_user_id, p_kind, p_track_id, p_coupon_code, p_billing, p_request_key, now())
$$;
create function public.system_attach_razorpay_order(p_order_id uuid, p_razorpay_order_id text)
returns public.orders language sql security definer set search_path = '' as $$
  select private.attach_razorpay_order(p_order_id, p_razorpay_order_id, now())
$$;
create function public.system_expire_orders(p_now timestamptz default now())
returns int language sql security definer set search_path = '' as $$
  select private.expire_orders(p_now)
$$;
create function public.system_due_reconciliations(p_limit int)
returns table (order_id uuid, razorpay_order_id text) language sql security definer set search_path = '' as $$
  select d.order_id, d.razorpay_order_id from private.due_reconciliations(p_limit, now()) d
$$;

revoke execute on function
  private.valid_billing(jsonb), private.create_order(uuid, public.order_kind, text, text, jsonb, text, timestamptz),
  private.attach_razorpay_order(uuid, text, timestamptz), private.expire_orders(timestamptz),
  private.due_reconciliations(int, timestamptz),
  public.system_create_order(uuid, public.order_kind, text, text, jsonb, text), public.system_attach_razorpay_order(uuid, text),
  public.system_expire_orders(timestamptz), public.system_due_reconciliations(int)
from public, anon, authenticated, service_role;
grant execute on function
  public.system_create_order(uuid, public.order_kind, text, text, jsonb, text), public.system_attach_razorpay_order(uuid, text),
  public.system_expire_orders(timestamptz), public.system_due_reconciliations(int)
to service_role;
