-- Fixed windows counted in the database, so that every edge function instance sees the same count.

create table private.rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  count int not null default 1,
  primary key (bucket, window_start)
);
comment on table private.rate_limits is 'Calls per bucket and window. Buckets hold hashes or ids, never addresses in the clear.';

create function private.rate_limit(p_bucket text, p_limit int, p_window_seconds int, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_window timestamptz := to_timestamp(floor(extract(epoch from p_now) / p_window_seconds) * p_window_seconds);
  v_count int;
begin
  insert into private.rate_limits as r (bucket, window_start) values (p_bucket, v_window)
  on conflict (bucket, window_start) do update set count = least(r.count, p_limit) + 1
  returning r.count into v_count;
  if v_count = 1 then
    delete from private.rate_limits where bucket = p_bucket and window_start < v_window;
  end if;
  return v_count <= p_limit;
end
$$;

create function public.system_rate_limit(p_bucket text, p_limit int, p_window_seconds int)
returns boolean language sql security definer set search_path = '' as $$
  select private.rate_limit(p_bucket, p_limit, p_window_seconds, now())
$$;

revoke execute on function
  private.rate_limit(text, int, int, timestamptz), public.system_rate_limit(text, int, int)
from public, anon, authenticated, service_role;
grant execute on function public.system_rate_limit(text, int, int) to service_role;
