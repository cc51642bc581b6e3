-- Why: an account and its profile appear together or not at all. What the browser sends as metadata may fill in
-- contact details; it never decides the kind of person.

create function private.record_sign_up() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  v_meta jsonb := coalesce(new.raw_user_meta_data, '{}'::jsonb);
  v_version text := left(nullif(trim(v_meta ->> 'consent_version'), ''), 40);
begin
  insert into public.profiles (user_id, email, full_name, phone, organization, designation, location)
  values (
    new.id,
    coalesce(new.email, ''),
    coalesce(left(trim(v_meta ->> 'full_name'), 200), ''),
    left(nullif(trim(v_meta ->> 'phone'), ''), 40),
    left(nullif(trim(v_meta ->> 'organization'), ''), 200),
    left(nullif(trim(v_meta ->> 'designation'), ''), 200),
    left(nullif(trim(v_meta ->> 'location'), ''), 200)
  )
  on conflict (user_id) do nothing;

  if v_version is not null then
    insert into public.consents (user_id, document, version)
    values (new.id, 'terms', v_version), (new.id, 'privacy', v_version)
    on conflict do nothing;
  end if;
  return new;
end
$$;
comment on function private.record_sign_up() is 'Trigger on auth.users: creates the profile, always as a learner, and the consents.';

create function private.mirror_email() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.profiles set email = coalesce(new.email, '') where user_id = new.id;
  return new;
end
$$;
comment on function private.mirror_email() is 'Trigger on auth.users: keeps profiles.email equal to the login e-mail.';

create trigger record_sign_up after insert on auth.users
  for each row execute function private.record_sign_up();
create trigger mirror_email after update of email on auth.users
  for each row when (old.email is distinct from new.email) execute function private.mirror_email();
