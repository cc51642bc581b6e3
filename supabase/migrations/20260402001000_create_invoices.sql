-- Tax invoices (GST rule 46): consecutive numbers per financial year without gaps. A sequence would leave a gap at every
-- rollback; the counter's row lock is held to the end of the transaction, so a number that is not used is given again.

create table public.invoices (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null unique references public.orders (id),
  user_id uuid not null references public.profiles (user_id),
  number text not null unique check (number ~ '^[A-Z0-9/-]{1,16}$'),
  financial_year text not null check (financial_year ~ '^\d{4}-\d{2}$'),
  issued_at timestamptz not null default now(),
  seller jsonb not null,
  buyer jsonb not null,
  lines jsonb not null,
  taxable int not null check (taxable >= 0),
  tax_lines jsonb not null,
  total int not null check (total >= taxable),
  created_at timestamptz not null default now()
);
comment on table public.invoices is 'One tax invoice per paid order: snapshots of seller, buyer and lines as they stood; never changed.';
create index invoices_user on public.invoices (user_id, issued_at desc);
create index invoices_issued on public.invoices (issued_at desc);
create index invoices_year on public.invoices (financial_year, number);

create table private.invoice_counters (
  financial_year text primary key,
  last_number int not null check (last_number > 0)
);
comment on table private.invoice_counters is 'Last invoice number given in each financial year.';

alter table public.invoices enable row level security;
revoke all on public.invoices from anon, authenticated, service_role;
grant select on public.invoices to authenticated, service_role;
create policy "buyers read own invoices, staff with payments.read all" on public.invoices
  for select to authenticated
  using (user_id = (select private.current_person()) or (select private.has_permission('payments.read')));

create function private.refuse_invoice_change()
returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'invoice_is_final' using errcode = '42501', detail = 'An issued invoice is never changed or removed.';
end
$$;
create trigger refuse_invoice_change before update or delete on public.invoices
  for each row execute function private.refuse_invoice_change();

-- April to March by the Indian calendar day: 2026-27 holds 1 April 2026 to 31 March 2027.
create function private.financial_year(p_at timestamptz)
returns text language sql immutable set search_path = '' as $$
  select y.first || '-' || lpad(((y.first + 1) % 100)::text, 2, '0')
  from (select extract(year from (p_at at time zone 'Asia/Kolkata') - interval '3 months')::int as first) y
$$;

-- AIR/26-27/00001, 16 characters at most. Hold locks on the order before; the counter is locked until the transaction ends.
create function private.next_invoice_number(p_financial_year text)
returns text language plpgsql security definer set search_path = '' as $$
declare
  v_number int;
begin
  insert into private.invoice_counters as c (financial_year, last_number) values (p_financial_year, 1)
  on conflict (financial_year) do update set last_number = c.last_number + 1
  returning c.last_number into v_number;
  return 'AIR/' || right(p_financial_year, 5) || '/' || lpad(v_number::text, greatest(5, length(v_number::text)), '0');
end
$$;

create function private.write_invoice(p_order public.orders, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_year text := private.financial_year(p_now);
  v_tax jsonb := private.setting('tax');
  v_seller jsonb := private.setting('company');
  v_track text;
  v_id uuid;
begin
  select t.name into v_track from public.tracks t where t.id = p_order.track_id;
  insert into public.invoices (order_id, user_id, number, financial_year, issued_at, seller, buyer, lines, taxable, tax_lines, total)
  select p_order.id, p_order.user_id, private.next_invoice_number(v_year), v_year, p_now, v_seller,
    p_order.billing || jsonb_build_object('email', p.email,
      'place_of_supply', coalesce(p_order.billing ->> 'state', v_seller ->> 'state_code')),
    jsonb_build_array(jsonb_build_object('kind', p_order.kind, 'description', v_track, 'sac', coalesce(v_tax ->> 'sac', '999293'),
      'quantity', 1, 'price', p_order.price, 'discount', p_order.discount, 'taxable', p_order.taxable, 'reverse_charge', false)),
    p_order.taxable, p_order.tax_lines, p_order.total
  from public.profiles p where p.user_id = p_order.user_id
  returning id into v_id;
  return v_id;
end
$$;

revoke execute on function
  private.refuse_invoice_change(), private.financial_year(timestamptz), private.next_invoice_number(text),
  private.write_invoice(public.orders, timestamptz)
from public, anon, authenticated, service_role;
