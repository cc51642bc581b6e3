-- Why: answer keys, helpers and queues live where the API does not look. The API roles may enter the schema, because
-- policies and the public functions call helpers in it, but each function is granted by name and no table is.

create schema private;
comment on schema private is 'Not exposed by the API: helpers of policies, bodies of public functions, answer keys, queues.';

revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;
