-- Why: what an answer may look like and when it is right, for each kind of question, in two pure functions.

create function private.normalise_text(p_text text) returns text
  language plpgsql immutable parallel safe set search_path = ''
as $$ begin return lower(normalize(regexp_replace(trim(p_text), '\s+', ' ', 'g'), nfkc)); end $$;
comment on function private.normalise_text(text) is 'Case, outer and repeated spaces and Unicode forms do not make a short answer wrong.';

create function private.parse_number(p_text text) returns numeric
  language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_text text := replace(trim(p_text), ',', '');
begin
  if v_text ~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2})?$' then
    return v_text::numeric;
  end if;
  return null;
end
$$;
comment on function private.parse_number(text) is 'A number as people type it (1,00,000.5 or 1e-3), or null.';

create function private.is_well_formed_answer(p_kind public.question_kind, p_options jsonb, p_selected jsonb) returns boolean
  language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_count integer;
  v_choice text;
  v_seen text[] := '{}';
begin
  if p_selected is null or jsonb_typeof(p_selected) <> 'array' then
    return false;
  end if;
  v_count := jsonb_array_length(p_selected);
  if v_count > (case when p_kind in ('multiple', 'ordering') then 50 else 1 end) then
    return false;
  end if;
  -- Plain expressions only: this runs for every answer saved, and a query here would cost more than the rest.
  for i in 0 .. v_count - 1 loop
    if jsonb_typeof(p_selected -> i) <> 'string' then
      return false;
    end if;
    v_choice := p_selected ->> i;
    if p_kind in ('numeric', 'short_answer') then
      return length(v_choice) <= case p_kind when 'numeric' then 60 else 500 end;
    end if;
    if v_choice = any (v_seen) or not p_options @> jsonb_build_array(jsonb_build_object('id', v_choice)) then
      return false;
    end if;
    v_seen := v_seen || v_choice;
  end loop;
  return true;
end
$$;
comment on function private.is_well_formed_answer(public.question_kind, jsonb, jsonb) is
  'Whether selected is a possible answer: known options, each once, one at most where one is asked for. Empty is possible.';

create function private.is_blank_answer(p_selected text[]) returns boolean
  language plpgsql immutable parallel safe set search_path = ''
as $$ begin return coalesce(trim(array_to_string(p_selected, '')), '') = ''; end $$;
comment on function private.is_blank_answer(text[]) is 'Nothing chosen, or only spaces typed.';

create function private.is_right_answer(p_kind public.question_kind, p_selected text[], p_correct text[]) returns boolean
  language plpgsql immutable parallel safe set search_path = ''
as $$
begin
  if private.is_blank_answer(p_selected) then
    return false;
  end if;
  case p_kind
    when 'ordering' then
      return p_selected = p_correct;
    when 'numeric' then
      return coalesce(
        abs(private.parse_number(p_selected[1]) - private.parse_number(p_correct[1]))
          <= coalesce(private.parse_number(p_correct[2]), 0),
        false);
    when 'short_answer' then
      return exists (select 1 from unnest(p_correct) c where private.normalise_text(c) = private.normalise_text(p_selected[1]));
    else
      return p_selected <@ p_correct and p_correct <@ p_selected;
  end case;
end
$$;
comment on function private.is_right_answer(public.question_kind, text[], text[]) is
  'All or nothing: the same set of options, the same order, a number within the tolerance, or one of the accepted texts.';
