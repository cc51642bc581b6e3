-- Demo accounts have a published password, so this must never reach a hosted project: only the local stack and the tests say 'on'.
do $$
begin
  if current_setting('app.allow_demo', true) is distinct from 'on' then
    raise exception 'demo.sql holds sample accounts with a public password and runs only where app.allow_demo is on';
  end if;
end
$$;
