-- Why: staff look for one person among a million, so every order and every filter of that list has an index to walk. The searched
-- text is an expression of the index and no column, so that nobody can read more of a profile than before.

create index profiles_search_idx on public.profiles using gin (
  (lower(full_name || ' ' || email || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'))) extensions.gin_trgm_ops);
create index profiles_joined_idx on public.profiles (joined_at, user_id);
create index profiles_name_idx on public.profiles (lower(full_name), user_id);
create index profiles_name_prefix_idx on public.profiles (lower(full_name) text_pattern_ops);
create index profiles_email_order_idx on public.profiles (lower(email), user_id);
create index profiles_email_prefix_idx on public.profiles (lower(email) text_pattern_ops);
create index profiles_kind_idx on public.profiles (kind, joined_at, user_id);
create index profiles_not_active_idx on public.profiles (status, joined_at, user_id) where status <> 'active';

create index enrolments_track_people_idx on public.enrolments (track_id, user_id) include (status, expires_at);
create index enrolments_status_people_idx on public.enrolments (status, user_id) include (expires_at);
create index enrolments_ending_idx on public.enrolments (expires_at, user_id) where status in ('active', 'completed');

-- Of the documents that somebody handed in, the newest counts; asked for a million people, that has to be written down.
alter table public.identity_verifications add column newest boolean not null default true;
comment on column public.identity_verifications.newest is 'The one that counts among those of its person; kept by a trigger.';
update public.identity_verifications i set newest = false
where exists (select from public.identity_verifications n where n.user_id = i.user_id and (n.created_at, n.id) > (i.created_at, i.id));
create index identity_verifications_newest_idx on public.identity_verifications (status, user_id) where newest;

create function private.mark_newest_document() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid := case when tg_op = 'DELETE' then old.user_id else new.user_id end;
begin
  -- One at a time for each person: two that each see only their own would both be the newest.
  perform from public.profiles p where p.user_id = v_user for no key update;
  update public.identity_verifications i set newest = not i.newest
  where i.user_id = v_user and i.newest is distinct from (i.id = (
    select n.id from public.identity_verifications n where n.user_id = v_user order by n.created_at desc, n.id desc limit 1));
  return null;
end
$$;
comment on function private.mark_newest_document() is 'Trigger: the newest identity document of a person is marked as the one that counts.';
create trigger mark_newest_document after insert or delete on public.identity_verifications
  for each row execute function private.mark_newest_document();
revoke execute on function private.mark_newest_document() from public, anon, authenticated, service_role;

create index certificates_number_prefix_idx on public.certificates (number text_pattern_ops, user_id);
