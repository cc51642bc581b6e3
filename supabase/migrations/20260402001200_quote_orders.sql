-- What may be bought and at what price: the same answer for the quote on the screen and for the order that is charged.

create function private.quote(
  p_user_id uuid, p_kind public.order_kind, p_track_id text, p_coupon_code text, p_state text, p_lock boolean, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_track public.tracks;
  v_enrolment public.enrolments;
  v_certificate_id uuid;
  v_certified_enrolment_id uuid;
  v_certified_until timestamptz;
  v_coupon public.coupons;
  v_tax jsonb := private.setting('tax');
  v_price int;
begin
  if p_state !~ '^\d{2}$' then
    raise exception 'state_invalid' using detail = 'The state is its two-digit GST code.';
  end if;
  select t.* into v_track from public.tracks t where t.id = p_track_id and (t.active or p_kind <> 'enrolment');
  if not found then
    raise exception 'track_not_found' using detail = 'There is no such track.';
  end if;
  v_enrolment := private.active_enrolment(p_user_id, p_track_id, p_now);

  if p_kind = 'enrolment' then
    if v_enrolment.id is not null then
      raise exception 'already_enrolled' using detail = 'You are enrolled in this track.';
    end if;
    v_price := v_track.price;
  elsif p_kind = 'addon_attempt' then
    if v_enrolment.id is null then
      raise exception 'not_enrolled' using detail = 'You are not enrolled in this track.';
    end if;
    -- No price is no offer: a free attempt could be taken without end.
    if v_track.addon_price = 0 then
      raise exception 'addon_not_offered' using detail = 'No further attempts are sold for this track.';
    end if;
    v_price := v_track.addon_price;
  else
    select c.id, c.enrolment_id, c.expires_at into v_certificate_id, v_certified_enrolment_id, v_certified_until
    from public.certificates c
    where c.user_id = p_user_id and c.track_id = p_track_id and c.status = 'issued';
    if v_certificate_id is null
      or p_now < v_certified_until - make_interval(days => private.policy_number('renewal_window_days', 60)) then
      raise exception 'renewal_not_open' using detail = 'There is no certificate that can be renewed now.';
    end if;
    v_price := v_track.renewal_price;
  end if;

  v_coupon := private.usable_coupon(p_user_id, p_track_id, p_coupon_code, p_lock, p_now);
  return jsonb_build_object('currency', 'INR')
    || private.price_order(v_price, v_coupon.kind, v_coupon.value, v_coupon.max_discount,
      coalesce((v_tax ->> 'rate_percent')::numeric, 18), coalesce((v_tax ->> 'inclusive')::boolean, false),
      private.setting('company') ->> 'state_code', p_state)
    || jsonb_build_object(
      'coupon', case when v_coupon.id is not null then
        jsonb_build_object('code', v_coupon.code, 'kind', v_coupon.kind, 'value', v_coupon.value) end,
      'coupon_id', v_coupon.id,
      'enrolment_id', case p_kind when 'addon_attempt' then v_enrolment.id when 'renewal' then v_certified_enrolment_id end,
      'certificate_id', case when p_kind = 'renewal' then v_certificate_id end);
end
$$;

-- Twenty wrong codes in ten minutes; after them a right one is not told either. create-order counts in the same bucket.
create function private.too_many_coupons(p_user_id uuid, p_wrong boolean, p_right boolean, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_bucket text := 'coupon:' || p_user_id;
begin
  if p_wrong then
    return not private.rate_limit(v_bucket, 20, 600, p_now);
  end if;
  return p_right and exists (select from private.rate_limits r
    where r.bucket = v_bucket and r.window_start > p_now - interval '10 minutes' and r.count >= 20);
end
$$;

-- A coupon that does not hold is told in the answer, beside the price without it, not raised: an error would roll the count of
-- tries back, and codes could be guessed without end.
create function private.quote_own_order(p_kind public.order_kind, p_track_id text, p_coupon_code text, p_state text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.current_person();
  v_quote jsonb;
  v_fault text;
begin
  if v_user is null then
    raise exception 'not_allowed' using errcode = '42501', detail = 'Sign in with an active account.';
  end if;
  begin
    v_quote := private.quote(v_user, p_kind, p_track_id, p_coupon_code, nullif(p_state, ''), false, now());
  exception when raise_exception then
    if sqlerrm !~ '^coupon_' then
      raise;
    end if;
    v_fault := sqlerrm;
    v_quote := private.quote(v_user, p_kind, p_track_id, null, nullif(p_state, ''), false, now());
  end;
  if private.too_many_coupons(v_user, v_fault is not null, v_quote ->> 'coupon_id' is not null, now()) then
    raise exception 'too_many_requests' using detail = 'Too many coupons were tried. Wait ten minutes.';
  end if;
  return v_quote - array['coupon_id', 'enrolment_id', 'certificate_id'] || jsonb_build_object('coupon_error', v_fault);
end
$$;

create function public.quote_order(p_kind public.order_kind, p_track_id text, p_coupon_code text default null, p_state text default null)
returns jsonb language sql set search_path = '' as $$
  select private.quote_own_order(p_kind, p_track_id, p_coupon_code, p_state)
$$;

comment on function public.quote_order(public.order_kind, text, text, text) is
  'Price in paise of what the signed-in person wants to buy: {currency, price, discount, taxable, tax_lines, total, coupon, coupon_error: '
  'null, coupon_not_found, coupon_expired, coupon_not_for_track or coupon_used_up}. Codes: track_not_found, already_enrolled, '
  'not_enrolled, addon_not_offered, renewal_not_open, state_invalid, too_many_requests.';

revoke execute on function
  private.quote(uuid, public.order_kind, text, text, text, boolean, timestamptz),
  private.too_many_coupons(uuid, boolean, boolean, timestamptz),
  private.quote_own_order(public.order_kind, text, text, text), public.quote_order(public.order_kind, text, text, text)
from public, anon, authenticated, service_role;
grant execute on function
  private.quote_own_order(public.order_kind, text, text, text), public.quote_order(public.order_kind, text, text, text)
to authenticated;
