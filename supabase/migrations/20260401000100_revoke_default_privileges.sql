-- Why: nothing is reachable through the API unless a later migration grants it by name.

-- EXECUTE for PUBLIC is a database-wide default: revoking it for one schema alone has no effect.
alter default privileges for role postgres revoke execute on functions from public;

alter default privileges for role postgres in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges for role postgres in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public revoke all on sequences from anon, authenticated, service_role;

grant usage on schema public to anon, authenticated, service_role;
