-- Refunds as the vendor reports them. Only processed ones count, each once, whatever the order of delivery.

create function private.record_refund(p_razorpay_payment_id text, p_refund jsonb, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_order public.orders;
  v_before text;
  v_status text := p_refund ->> 'status';
  v_refunded int;
  v_full boolean;
begin
  select o.* into v_order from public.orders o
  where o.id = (select p.order_id from public.payments p where p.razorpay_payment_id = p_razorpay_payment_id)
  for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown_payment', 'order_id', null, 'order_status', null);
  end if;
  select p.* into v_payment from public.payments p where p.razorpay_payment_id = p_razorpay_payment_id for update;

  select r.status into v_before from public.refunds r where r.razorpay_refund_id = p_refund ->> 'id';
  insert into public.refunds as r (payment_id, user_id, razorpay_refund_id, amount, status, reason, created_by, created_at, updated_at)
  values (v_payment.id, v_payment.user_id, p_refund ->> 'id', (p_refund ->> 'amount')::int, v_status,
    left(p_refund ->> 'reason', 500), (p_refund ->> 'created_by')::uuid, p_now, p_now)
  on conflict (razorpay_refund_id) do update
  set status = case when r.status = 'pending' then excluded.status else r.status end,
    reason = coalesce(r.reason, excluded.reason), created_by = coalesce(r.created_by, excluded.created_by);

  if v_status <> 'processed' or v_before in ('processed', 'failed') then
    return jsonb_build_object('outcome', case when v_before is null then 'recorded' else 'unchanged' end,
      'order_id', v_order.id, 'order_status', v_order.status);
  end if;

  select sum(r.amount) into v_refunded from public.refunds r where r.payment_id = v_payment.id and r.status = 'processed';
  v_full := v_refunded >= v_payment.amount;
  update public.payments p
  set amount_refunded = v_refunded, status = case when v_full then 'refunded'::public.payment_status else p.status end
  where p.id = v_payment.id;

  -- Giving back a second payment leaves the order, which another payment paid, as it is.
  if v_payment.settles_order then
    update public.orders o
    set status = case when v_full then 'refunded' else 'partially_refunded' end::public.order_status
    where o.id = v_order.id returning o.* into v_order;
    if v_full then
      perform private.take_back_order(v_order);
    end if;
  end if;
  perform private.notify(v_order.user_id, 'payment_refunded',
    jsonb_build_object('order_id', v_order.id, 'amount', (p_refund ->> 'amount')::int), '/profile', p_now);
  perform private.audit('payment.refunded', 'payment', v_payment.id::text,
    jsonb_build_object('order_id', v_order.id, 'amount', (p_refund ->> 'amount')::int, 'full', v_full),
    (p_refund ->> 'created_by')::uuid, p_now);
  return jsonb_build_object('outcome', 'refunded', 'order_id', v_order.id, 'order_status', v_order.status);
end
$$;

-- A certificate already earned or renewed stays: staff decide whether to revoke it.
create function private.take_back_order(p_order public.orders)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if p_order.kind = 'enrolment' then
    update public.enrolments e set status = 'revoked'
    where e.order_id = p_order.id and e.source = 'payment' and e.status <> 'revoked';
  elsif p_order.kind = 'addon_attempt' then
    -- Without an invoice nothing had been supplied (private.settle_order).
    update public.enrolments e set attempts_added = greatest(e.attempts_added - 1, 0)
    where e.id = p_order.enrolment_id and exists (select from public.invoices i where i.order_id = p_order.id);
  end if;
end
$$;

create function public.system_record_refund(p_razorpay_payment_id text, p_refund jsonb)
returns jsonb language sql security definer set search_path = '' as $$
  select private.record_refund(p_razorpay_payment_id, p_refund, now())
$$;

revoke execute on function
  private.record_refund(text, jsonb, timestamptz), private.take_back_order(public.orders), public.system_record_refund(text, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.system_record_refund(text, jsonb) to service_role;
