-- One pure function prices everything; what is quoted is what is charged.
--
-- All amounts are integer paise, r is the tax rate in per cent.
--   discount = 0 without a coupon
--            = min(round(price × value / 100), max_discount, price)   for a percentage
--            = min(value, max_discount, price)                        for an amount
--   net      = price − discount. A coupon that would leave less than 100 paise (the least the vendor can charge) makes it free.
--   prices before tax:   taxable = net,                            tax = round(taxable × r / 100)
--   prices including tax: taxable = round(net × 100 / (100 + r)),   tax = net − taxable
--   total    = taxable + tax
-- round is half up, and the tax is rounded once, on the whole taxable value. Buyer's state = seller's state: CGST = floor(tax / 2)
-- and SGST = tax − CGST, so that the two add up to the tax exactly; another state: IGST = tax. A buyer who gave no state is
-- supplied where the seller is (IGST Act, section 12(2)(b)(ii)).

create function private.price_order(
  p_price int, p_discount_kind public.discount_kind, p_discount_value int, p_max_discount int,
  p_rate numeric, p_inclusive boolean, p_seller_state text, p_buyer_state text)
returns jsonb language sql immutable parallel safe set search_path = '' as $$
  with asked as (
    select case p_discount_kind
      when 'percent' then least(round(p_price::numeric * p_discount_value / 100), p_max_discount, p_price)
      when 'amount' then least(p_discount_value, p_max_discount, p_price)
      else 0 end::int as discount
  ), discounted as (
    select case when a.discount > 0 and floor((p_price - a.discount)
        * case when p_inclusive then 1 else 1 + p_rate / 100 end + 0.5) < 100
      then p_price else a.discount end as discount
    from asked a
  ), based as (
    select d.discount, p_price - d.discount as net,
      case when p_inclusive then round((p_price - d.discount)::numeric * 100 / (100 + p_rate))
        else p_price - d.discount end::int as taxable
    from discounted d
  ), taxed as (
    select b.discount, b.taxable,
      case when p_inclusive then b.net - b.taxable else round(b.taxable * p_rate / 100) end::int as tax
    from based b
  )
  select jsonb_build_object(
    'price', p_price, 'discount', t.discount, 'taxable', t.taxable, 'total', t.taxable + t.tax,
    'tax_lines', case
      when p_rate = 0 then '[]'::jsonb
      when coalesce(p_buyer_state, p_seller_state) is not distinct from p_seller_state then jsonb_build_array(
        jsonb_build_object('name', 'CGST', 'rate', trim_scale(p_rate / 2), 'amount', t.tax / 2),
        jsonb_build_object('name', 'SGST', 'rate', trim_scale(p_rate / 2), 'amount', t.tax - t.tax / 2))
      else jsonb_build_array(jsonb_build_object('name', 'IGST', 'rate', trim_scale(p_rate), 'amount', t.tax)) end)
  from taxed t
$$;

-- Places taken: paid uses, and open orders, which keep their place until they are paid or expire. The buyer's own open
-- orders are left out: opening another with the same coupon closes them (private.create_order).
create function private.coupon_uses(p_coupon_id uuid, p_user_id uuid, p_now timestamptz)
returns table (total int, own int) language sql stable security definer set search_path = '' as $$
  select
    ((select count(*) from public.coupon_redemptions r where r.coupon_id = p_coupon_id)
      + (select count(*) from public.orders o
         where o.coupon_id = p_coupon_id and o.status in ('created', 'failed') and o.expires_at > p_now and o.user_id <> p_user_id))::int,
    (select count(*) from public.coupon_redemptions r where r.coupon_id = p_coupon_id and r.user_id = p_user_id)::int
$$;

-- p_lock takes the coupon's row, so that two buyers cannot both count the last place as free. It leaves the key free: a
-- capture that writes its redemption never waits for it.
create function private.usable_coupon(p_user_id uuid, p_track_id text, p_code text, p_lock boolean, p_now timestamptz)
returns public.coupons language plpgsql security definer set search_path = '' as $$
declare
  v_code text := upper(trim(p_code));
  v_coupon public.coupons;
  v_uses record;
begin
  if coalesce(v_code, '') = '' then
    return null;
  end if;
  if p_lock then
    select c.* into v_coupon from public.coupons c where c.code = v_code for no key update;
  else
    select c.* into v_coupon from public.coupons c where c.code = v_code;
  end if;
  if v_coupon.id is null or not v_coupon.active or v_coupon.valid_from > p_now then
    raise exception 'coupon_not_found' using detail = 'There is no such coupon.';
  end if;
  if v_coupon.valid_until <= p_now then
    raise exception 'coupon_expired' using detail = 'This coupon is no longer valid.';
  end if;
  if v_coupon.track_id <> p_track_id then
    raise exception 'coupon_not_for_track' using detail = 'This coupon is for another track.';
  end if;
  select u.total, u.own into v_uses from private.coupon_uses(v_coupon.id, p_user_id, p_now) u;
  if v_uses.total >= v_coupon.max_redemptions or v_uses.own >= v_coupon.per_user then
    raise exception 'coupon_used_up' using detail = 'This coupon has been used as often as it may be.';
  end if;
  return v_coupon;
end
$$;

create function private.active_enrolment(p_user_id uuid, p_track_id text, p_now timestamptz)
returns public.enrolments language sql stable security definer set search_path = '' as $$
  select e.* from public.enrolments e
  where e.user_id = p_user_id and e.track_id = p_track_id and e.status in ('active', 'completed')
    and (e.expires_at is null or e.expires_at > p_now)
  order by e.enrolled_at desc limit 1
$$;

revoke execute on function
  private.price_order(int, public.discount_kind, int, int, numeric, boolean, text, text),
  private.coupon_uses(uuid, uuid, timestamptz), private.usable_coupon(uuid, text, text, boolean, timestamptz),
  private.active_enrolment(uuid, text, timestamptz)
from public, anon, authenticated, service_role;
