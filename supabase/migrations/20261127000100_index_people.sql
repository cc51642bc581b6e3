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

create index enrolments_track_people_idx on public.enrolments (track_id, user_id);
create index enrolments_status_people_idx on public.enrolments (status, user_id);
create index enrolments_ending_idx on public.enrolments (expires_at, user_id) where status in ('active', 'completed');
create index identity_verifications_status_idx on public.identity_verifications (status, user_id);
create index certificates_number_prefix_idx on public.certificates (number text_pattern_ops, user_id);
