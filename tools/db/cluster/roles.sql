-- The roles of a hosted project. `postgres` runs the migrations and is no superuser, as there.
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role postgres login createdb createrole replication bypassrls password :password;
create role authenticator login noinherit password :password;
create role supabase_auth_admin login noinherit createrole password :password;
create role supabase_storage_admin login noinherit password :password;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to supabase_storage_admin;
grant anon, authenticated, service_role to postgres with admin option;
grant authenticator, pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
-- Hosted Supabase lets `postgres` write policies on storage.objects; plain Postgres asks for membership in the owner.
grant supabase_storage_admin to postgres;

-- Only here: Supabase Lite reads the catalogue as this role, and every request then takes the caller's role.
create role stack_rest login noinherit password :password;
grant pg_read_all_data to stack_rest with inherit true;
grant anon, authenticated, service_role to stack_rest with inherit false;

alter role postgres set search_path = "$user", public, extensions;
alter role stack_rest set search_path = public, extensions;
alter role authenticator set search_path = "$user", public, extensions;
alter role supabase_auth_admin set search_path = auth;
alter role supabase_storage_admin set search_path = storage;
alter role supabase_auth_admin set idle_in_transaction_session_timeout = '60s';
