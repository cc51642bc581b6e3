-- What a paid order brings about, all in the transaction that marks it paid. The caller holds the order's row lock.

-- The vendor's order stays payable for ever, ours does not: null, or why a payment for it is given back. An expired order is
-- honoured while the vendor may still report a payment made in time (private.due_reconciliations), not as a way to keep an old
-- price; and not with a coupon that this buyer has used up by another order since.
create function private.refused_order(p_order public.orders, p_now timestamptz)
returns text language plpgsql security definer set search_path = '' as $$
begin
  if p_order.expires_at < p_now - interval '5 days' then
    return 'order_too_old';
  end if;
  if p_order.coupon_id is not null then
    -- One settlement at a time of one buyer's orders with one coupon.
    perform pg_advisory_xact_lock(hashtextextended('coupon:' || p_order.coupon_id || ':' || p_order.user_id, 0));
    if exists (
      select from public.coupons c
      where c.id = p_order.coupon_id and c.per_user <= (
        select count(*) from public.coupon_redemptions r where r.coupon_id = c.id and r.user_id = p_order.user_id)
    ) then
      return 'coupon_used_up';
    end if;
  end if;
  return null;
end
$$;

-- Returns the enrolment. A second order for what the buyer already has is marked paid, brings nothing, gets no invoice
-- (nothing was supplied) and is put before staff for a refund.
create function private.settle_order(p_order_id uuid, p_payment_id uuid, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_enrolment uuid;
  v_certificate uuid;
  v_supplied boolean;
  v_over_limit boolean := false;
  v_refused text;
begin
  update public.orders o set status = 'paid', paid_at = p_now, next_reconcile_at = null where o.id = p_order_id returning o.* into v_order;
  v_refused := private.refused_order(v_order, p_now);

  if v_refused is not null then
    v_supplied := false;
  elsif v_order.kind = 'enrolment' then
    v_enrolment := private.enrol(v_order.user_id, v_order.track_id, 'payment', v_order.id, null, p_now);
    select e.order_id = v_order.id into v_supplied from public.enrolments e where e.id = v_enrolment;
    update public.orders o set enrolment_id = v_enrolment where o.id = v_order.id;
  elsif v_order.kind = 'addon_attempt' then
    v_enrolment := v_order.enrolment_id;
    update public.enrolments e set attempts_added = e.attempts_added + 1
    where e.id = v_enrolment and e.status in ('active', 'completed');
    v_supplied := found;
  else
    v_enrolment := v_order.enrolment_id;
    v_certificate := private.renew_certificate(v_order.certificate_id, p_now);
    v_supplied := v_certificate is not null;
  end if;
  v_supplied := coalesce(v_supplied, false);

  if v_supplied then
    if v_order.coupon_id is not null then
      insert into public.coupon_redemptions (coupon_id, user_id, order_id, redeemed_at)
      values (v_order.coupon_id, v_order.user_id, v_order.id, p_now);
      -- Only an order that had expired before it was paid can go beyond the limit of all; what was charged stands.
      select u.total > c.max_redemptions into v_over_limit
      from public.coupons c, private.coupon_uses(c.id, v_order.user_id, p_now) u where c.id = v_order.coupon_id;
    end if;
    perform private.write_invoice(v_order, p_now);
    perform private.queue_mail('payment_receipt', jsonb_build_object('order_id', v_order.id), v_order.id, p_now);
    perform private.notify(v_order.user_id, 'order_paid',
      jsonb_build_object('order_id', v_order.id, 'kind', v_order.kind, 'track_id', v_order.track_id, 'total', v_order.total),
      '/dashboard', p_now);
  elsif p_payment_id is not null then
    perform private.enqueue('payment.refund_duplicate', jsonb_build_object('payment_id', p_payment_id),
      'payment.refund_duplicate:' || p_payment_id, p_now);
  end if;

  perform private.audit(case when v_supplied then 'order.paid' else 'order.paid_for_nothing' end, 'order', v_order.id::text,
    jsonb_strip_nulls(jsonb_build_object('kind', v_order.kind, 'track_id', v_order.track_id, 'total', v_order.total,
      'payment_id', p_payment_id, 'refused', v_refused, 'enrolment_id', v_enrolment, 'certificate_id', v_certificate,
      'coupon_over_limit', case when v_over_limit then true end)),
    null, p_now);
  return v_enrolment;
end
$$;

create function private.settle_free_order(p_order_id uuid, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  select o.* into v_order from public.orders o where o.id = p_order_id for update;
  if not found then
    raise exception 'order_not_found' using detail = 'There is no such order.';
  end if;
  if v_order.total <> 0 then
    raise exception 'order_not_free' using detail = 'This order has to be paid.';
  end if;
  if v_order.status in ('created', 'failed') and private.refused_order(v_order, p_now) is not null then
    update public.orders o set status = 'expired' where o.id = v_order.id returning o.* into v_order;
  end if;
  if v_order.status not in ('created', 'failed') then
    return jsonb_build_object('order_id', v_order.id, 'outcome', case v_order.status when 'expired' then 'recorded' else 'already_paid' end,
      'enrolment_id', v_order.enrolment_id);
  end if;
  return jsonb_build_object('order_id', v_order.id, 'outcome', 'paid',
    'enrolment_id', private.settle_order(v_order.id, null, p_now));
end
$$;

create function public.system_settle_free_order(p_order_id uuid)
returns jsonb language sql security definer set search_path = '' as $$
  select private.settle_free_order(p_order_id, now())
$$;

revoke execute on function
  private.refused_order(public.orders, timestamptz),
  private.settle_order(uuid, uuid, timestamptz), private.settle_free_order(uuid, timestamptz), public.system_settle_free_order(uuid)
from public, anon, authenticated, service_role;
grant execute on function public.system_settle_free_order(uuid) to service_role;
