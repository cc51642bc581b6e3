-- Fixed windows counted in the database, so that every edge function instance sees the same count.

create table private.rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  count int not null default 1,
  primary key (bucket, window_start)
);
create index rate_limits_window on private.rate_limits (window_start);
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
    -- Buckets that nobody comes back to, a few at a time.
    delete from private.rate_limits r where (r.bucket, r.window_start) in (
      select o.bucket, o.window_start from private.rate_limits o where o.window_start < p_now - interval '1 day'
      order by o.window_start limit 20 for update skip locked);
  end if;
  return v_count <= p_limit;
end
$$;

-- Whoever called through the API, as a hash; null where the API does not say. The proxy's own header comes first: a caller can
-- write anything into the other.
create function private.caller_address()
returns text language plpgsql stable security definer set search_path = '' as $$
declare
  v_headers jsonb := coalesce(nullif(current_setting('request.headers', true), ''), '{}')::jsonb;
  v_address text := coalesce(v_headers ->> 'cf-connecting-ip', trim(split_part(v_headers ->> 'x-forwarded-for', ',', 1)));
begin
  return left(encode(sha256(convert_to(nullif(v_address, ''), 'UTF8')), 'hex'), 32);
end
$$;

create function public.system_rate_limit(p_bucket text, p_limit int, p_window_seconds int)
returns boolean language sql security definer set search_path = '' as $$
  select private.rate_limit(p_bucket, p_limit, p_window_seconds, now())
$$;

revoke execute on function
  private.rate_limit(text, int, int, timestamptz), private.caller_address(), public.system_rate_limit(text, int, int)
from public, anon, authenticated, service_role;
grant execute on function public.system_rate_limit(text, int, int) to service_role;
