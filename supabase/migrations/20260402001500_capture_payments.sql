-- What the vendor says of a payment, from webhook, checkout or reconciliation alike. The order's row lock comes first, so that
-- two at once are one after the other and the second finds the work done.

create function private.payment_rank(p_status public.payment_status)
returns int language sql immutable set search_path = '' as $$
  select array_position(array['created', 'failed', 'authorized', 'captured', 'refunded'], p_status::text)
$$;

create function private.capture_payment(p_razorpay_order_id text, p_payment jsonb, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_payment public.payments;
  v_before public.payment_status;
  v_status public.payment_status := (p_payment ->> 'status')::public.payment_status;
  v_matches boolean;
begin
  select o.* into v_order from public.orders o where o.razorpay_order_id = p_razorpay_order_id for update;
  if not found then
    perform private.audit('payment.unknown_order', 'razorpay_order', p_razorpay_order_id,
      jsonb_build_object('razorpay_payment_id', p_payment ->> 'id', 'status', v_status), null, p_now);
    return jsonb_build_object('order_id', null, 'outcome', 'unknown_order', 'enrolment_id', null);
  end if;

  select p.* into v_payment from public.payments p where p.razorpay_payment_id = p_payment ->> 'id';
  if v_payment.order_id <> v_order.id then
    return jsonb_build_object('order_id', v_order.id, 'outcome', 'recorded', 'enrolment_id', v_order.enrolment_id);
  end if;
  v_before := v_payment.status;

  insert into public.payments as p (order_id, user_id, razorpay_payment_id, status, amount, currency, method, error_code,
    error_description, captured_at, created_at, updated_at)
  values (v_order.id, v_order.user_id, p_payment ->> 'id', v_status, (p_payment ->> 'amount')::int,
    coalesce(p_payment ->> 'currency', ''), p_payment ->> 'method', p_payment ->> 'error_code',
    left(p_payment ->> 'error_description', 500), case when v_status = 'captured' then p_now end, p_now, p_now)
  on conflict (razorpay_payment_id) do update
  set status = excluded.status, amount = excluded.amount, currency = excluded.currency,
    method = coalesce(excluded.method, p.method), error_code = excluded.error_code,
    error_description = excluded.error_description, captured_at = coalesce(p.captured_at, excluded.captured_at)
  where private.payment_rank(excluded.status) > private.payment_rank(p.status)
  returning p.* into v_payment;
  if v_payment.id is null then
    select p.* into v_payment from public.payments p where p.razorpay_payment_id = p_payment ->> 'id';
  end if;

  v_matches := v_payment.amount = v_order.total and v_payment.currency = v_order.currency;
  if v_payment.status in ('authorized', 'captured') and not v_matches then
    if v_before is distinct from v_payment.status then
      perform private.audit('payment.amount_mismatch', 'payment', v_payment.id::text, jsonb_build_object('order_id', v_order.id,
        'expected', v_order.total, 'amount', v_payment.amount, 'currency', v_payment.currency, 'status', v_payment.status), null, p_now);
    end if;
    -- Money that buys nothing goes back; an authorised payment is not captured and goes back by itself.
    if v_payment.status = 'captured' and v_before is distinct from 'captured' then
      perform private.enqueue('payment.refund_duplicate', jsonb_build_object('payment_id', v_payment.id),
        'payment.refund_duplicate:' || v_payment.id, p_now);
    end if;
    return jsonb_build_object('order_id', v_order.id, 'outcome', 'amount_mismatch', 'enrolment_id', v_order.enrolment_id);
  end if;

  if v_order.status in ('paid', 'partially_refunded', 'refunded') then
    if v_payment.status = 'captured' and not v_payment.settles_order and v_before is distinct from 'captured' then
      perform private.enqueue('payment.refund_duplicate', jsonb_build_object('payment_id', v_payment.id),
        'payment.refund_duplicate:' || v_payment.id, p_now);
      perform private.audit('payment.duplicate', 'payment', v_payment.id::text,
        jsonb_build_object('order_id', v_order.id, 'amount', v_payment.amount), null, p_now);
    end if;
    return jsonb_build_object('order_id', v_order.id, 'outcome', 'already_paid', 'enrolment_id', v_order.enrolment_id);
  end if;

  if v_payment.status = 'captured' then
    update public.payments p set settles_order = true where p.id = v_payment.id;
    return jsonb_build_object('order_id', v_order.id, 'outcome', 'paid',
      'enrolment_id', private.settle_order(v_order.id, v_payment.id, p_now));
  end if;
  if v_payment.status = 'failed' and v_order.status = 'created' then
    update public.orders o set status = 'failed' where o.id = v_order.id;
  end if;
  return jsonb_build_object('order_id', v_order.id, 'outcome', 'recorded', 'enrolment_id', v_order.enrolment_id);
end
$$;

create function public.system_capture_payment(p_razorpay_order_id text, p_payment jsonb)
returns jsonb language sql security definer set search_path = '' as $$
  select private.capture_payment(p_razorpay_order_id, p_payment, now())
$$;

revoke execute on function
  private.payment_rank(public.payment_status), private.capture_payment(text, jsonb, timestamptz),
  public.system_capture_payment(text, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.system_capture_payment(text, jsonb) to service_role;
