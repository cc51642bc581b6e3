-- Why: descriptions and lessons become structured documents. What a document may hold is decided here, so that no page can be made to run
-- or to lead anywhere by what is stored.

create function private.rich_marks_fault(p_marks jsonb) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_mark jsonb;
begin
  if jsonb_typeof(p_marks) <> 'array' or jsonb_array_length(p_marks) > 8 then
    return 'bad_marks';
  end if;
  for v_mark in select e from jsonb_array_elements(p_marks) e loop
    if jsonb_typeof(v_mark) <> 'object' or jsonb_typeof(v_mark -> 'type') is distinct from 'string' then
      return 'bad_marks';
    elsif v_mark ->> 'type' in ('bold', 'italic', 'underline', 'strike', 'code') then
      if v_mark - 'type' <> '{}' then
        return 'unknown_attribute';
      end if;
    elsif v_mark ->> 'type' = 'link' then
      if v_mark - array['type', 'attrs'] <> '{}' or jsonb_typeof(v_mark -> 'attrs') is distinct from 'object'
        or (v_mark -> 'attrs') - 'href' <> '{}' then
        return 'unknown_attribute';
      elsif jsonb_typeof(v_mark #> '{attrs,href}') is distinct from 'string' or length(v_mark #>> '{attrs,href}') > 2000
        or v_mark #>> '{attrs,href}' !~* '^(https?://[^[:space:][:cntrl:]<>"`\\/?#]+([/?#][^[:space:][:cntrl:]<>"`\\]*)?|mailto:[^[:space:][:cntrl:]<>"`\\:/@]+@[^[:space:][:cntrl:]<>"`\\:/@]+)$'
      then
        return 'bad_link';
      end if;
    else
      return 'unknown_mark';
    end if;
  end loop;
  return null;
end
$$;

create function private.rich_attributes_fault(p_node jsonb) returns text
  language sql immutable set search_path = ''
as $$
  select case
    when not p_node ? 'attrs' then case when p_node ->> 'type' = 'heading' then 'bad_attribute' end
    when jsonb_typeof(p_node -> 'attrs') <> 'object' then 'bad_attribute'
    when p_node ->> 'type' = 'heading' and (p_node -> 'attrs') - 'level' = '{}' and p_node #> '{attrs,level}' in ('3', '4', '5') then null
    when p_node ->> 'type' = 'orderedList' and (p_node -> 'attrs') - 'start' = '{}'
      and coalesce(p_node #>> '{attrs,start}', '') ~ '^[0-9]{1,4}$' and jsonb_typeof(p_node #> '{attrs,start}') = 'number' then null
    else 'bad_attribute' end
$$;

create function private.rich_node_fault(p_node jsonb, p_parent text, p_depth int) returns text
  language plpgsql immutable set search_path = ''
as $$
declare
  v_type text := p_node ->> 'type';
  v_child jsonb;
  v_fault text;
begin
  if jsonb_typeof(p_node) is distinct from 'object' or jsonb_typeof(p_node -> 'type') is distinct from 'string' then
    return 'not_a_node';
  elsif p_depth > 20 then
    return 'too_deep';
  elsif not (case
    when p_parent is null then v_type = 'doc'
    when p_parent in ('doc', 'blockquote', 'listItem') then
      v_type in ('paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'horizontalRule')
    when p_parent in ('bulletList', 'orderedList') then v_type = 'listItem'
    when p_parent in ('paragraph', 'heading') then v_type in ('text', 'hardBreak')
    when p_parent = 'codeBlock' then v_type = 'text'
    else false end) then
    return 'unknown_node';
  elsif p_node - array['type', 'attrs', 'content', 'text', 'marks'] <> '{}' then
    return 'unknown_attribute';
  end if;
  v_fault := private.rich_attributes_fault(p_node);
  if v_fault is not null then
    return v_fault;
  end if;
  if v_type = 'text' then
    if jsonb_typeof(p_node -> 'text') is distinct from 'string' or p_node ->> 'text' = '' or p_node ? 'content'
      or (p_parent = 'codeBlock' and p_node ? 'marks') then
      return 'bad_text';
    end if;
    return case when p_node ? 'marks' then private.rich_marks_fault(p_node -> 'marks') end;
  elsif p_node ? 'text' or p_node ? 'marks' then
    return 'bad_text';
  elsif not p_node ? 'content' then
    return null;
  elsif jsonb_typeof(p_node -> 'content') <> 'array' or v_type in ('hardBreak', 'horizontalRule') then
    return 'bad_content';
  end if;
  for v_child in select e from jsonb_array_elements(p_node -> 'content') e loop
    v_fault := private.rich_node_fault(v_child, v_type, p_depth + 1);
    if v_fault is not null then
      return v_fault;
    end if;
  end loop;
  return null;
end
$$;

create function private.rich_text_fault(p_doc jsonb) returns text
  language sql immutable set search_path = ''
as $$
  select case when octet_length(p_doc::text) > 204800 then 'too_large' else private.rich_node_fault(p_doc, null, 0) end
$$;
comment on function private.rich_text_fault(jsonb) is
  'What is wrong with a document in the shape that Tiptap writes, null when nothing: only listed nodes, marks and attributes, links by http, https and mailto, 20 deep, 200 kB.';

-- Its words, for places that show plain text.
create function private.rich_text_plain(p_node jsonb) returns text
  language sql immutable set search_path = ''
as $$
  select case p_node ->> 'type'
    when 'text' then p_node ->> 'text'
    when 'hardBreak' then E'\n'
    else (
      select coalesce(string_agg(private.rich_text_plain(e.node),
        case when p_node ->> 'type' in ('paragraph', 'heading', 'codeBlock') then '' when p_node ->> 'type' = 'doc' then E'\n\n' else E'\n' end
        order by e.place), '')
      from jsonb_array_elements(coalesce(p_node -> 'content', '[]')) with ordinality e(node, place))
    end
$$;

revoke execute on function
  private.rich_marks_fault(jsonb), private.rich_attributes_fault(jsonb), private.rich_node_fault(jsonb, text, int),
  private.rich_text_fault(jsonb), private.rich_text_plain(jsonb)
from public, anon, authenticated, service_role;
-- The server writes these tables directly, and their checks run as the writer.
grant execute on function
  private.rich_marks_fault(jsonb), private.rich_attributes_fault(jsonb), private.rich_node_fault(jsonb, text, int),
  private.rich_text_fault(jsonb)
to service_role;

-- Plain descriptions and lessons in Markdown stay as they are until somebody edits them.
alter table public.tracks add column content jsonb;
alter table public.modules add column content jsonb;
alter table public.tracks add constraint tracks_content_is_safe check (content is null or private.rich_text_fault(content) is null);
alter table public.modules add constraint modules_content_is_safe check (content is null or private.rich_text_fault(content) is null);
comment on column public.tracks.content is 'The description as a document; description has its words. Null: the description is plain text.';
comment on column public.modules.content is 'The lesson as a document. Null: the lesson is the Markdown in body.';
