-- Why: that a member of staff opened an identity document must be in the audit log. Without this, whoever may review could ask Storage
-- for a link by the path that they know, and nobody would learn of it.

create function private.opened_documents() returns setof text
  language plpgsql stable security definer set search_path = '' rows 2
as $$
begin
  return query
    select i.document_path
    from (select l.action, l.at, l.details from public.audit_log l where l.actor = auth.uid() order by l.id desc limit 20) a
    join public.identity_verifications i on i.id = (a.details ->> 'document_id')::uuid
    where a.action = 'identity.opened' and a.at > now() - interval '2 minutes';
end
$$;
comment on function private.opened_documents() is
  'Paths of the identity documents that the signed-in person opened just now, as the audit log says. Write name = any (array(select private.opened_documents())).';
revoke execute on function private.opened_documents() from public, anon, authenticated, service_role;
grant execute on function private.opened_documents() to authenticated;

create policy "staff read an identity document once the audit log has that they opened it" on storage.objects
  as restrictive for select to authenticated
  using (
    bucket_id <> 'identity-documents'
    or split_part(name, '/', 1) = (select private.current_person())::text
    or name = any (array(select private.opened_documents()))
  );
