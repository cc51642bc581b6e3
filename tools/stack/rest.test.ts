import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from './testing/start-gateway.ts';

const tables = `
  create table public.shelves (
    id uuid primary key default gen_random_uuid(), name text unique, price numeric(10, 2), views bigint, at timestamptz, hidden text, details jsonb);
  create table public.books (id uuid primary key default gen_random_uuid(), shelf_id uuid references public.shelves (id), owner_id uuid, title text);
  create table public.sealed (id int);
  alter table public.shelves enable row level security;
  alter table public.books enable row level security;
  alter table public.sealed enable row level security;
  create policy "everyone reads" on public.shelves for select to anon, authenticated using (true);
  create policy "own books" on public.books for select to authenticated using (owner_id = (select auth.uid()));
  create policy "add own books" on public.books for insert to authenticated with check (owner_id = (select auth.uid()));
  grant select (id, name, price, views, at, details) on public.shelves to authenticated;
  grant select, insert on public.books to authenticated;
  grant select on public.books to service_role;
  insert into public.shelves (name, price, views, at, details) values
    ('first', 12.5, 9007199254740991, '2026-04-01 09:41:00.5+00', '{"a": [1]}'), ('second', 3, 1, null, null);
  create function public.fail_politely() returns void language plpgsql as $$
    begin raise exception 'attempts_exhausted' using errcode = 'P0001', detail = 'No attempt is left.', hint = 'Buy one.'; end $$;
  create function public.who_am_i() returns jsonb language sql stable as $$
    select jsonb_build_object('uid', auth.uid(), 'role', current_user, 'name', auth.jwt() -> 'user_metadata' ->> 'full_name') $$;
  create function public.kind_of(p_value jsonb, p_list jsonb default null) returns text[] language sql stable as $$
    select array[jsonb_typeof(p_value), jsonb_typeof(p_list)] $$;
  grant insert (name, details) on public.shelves to service_role;
  grant select on public.shelves to service_role;
  grant execute on function public.fail_politely(), public.who_am_i(), public.kind_of(jsonb, jsonb) to anon, authenticated;
`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway(tables);
}, 60_000);
afterAll(() => gateway.stop());

describe('grants', () => {
  test('a table without a grant is refused with 42501, one with a grant answers', async () => {
    const { supabase } = await gateway.person();
    const refused = await supabase.from('sealed').select('id');
    expect(refused.error?.code).toBe('42501');
    expect(refused.status).toBe(403);
    expect((await supabase.from('books').select('id')).error).toBeNull();
  });

  test('a column without a grant is refused, also by an embed and by *', async () => {
    const { supabase } = await gateway.person();
    expect((await supabase.from('shelves').select('hidden')).error?.code).toBe('42501');
    expect((await supabase.from('shelves').select('*')).error?.code).toBe('42501');
    expect((await supabase.from('books').select('id, shelves(hidden)')).error?.code).toBe('42501');
    expect((await supabase.from('shelves').select('id, name')).error).toBeNull();
  });

  test('a visitor without a grant gets 401 and 42501', async () => {
    const refused = await gateway.visitor().from('shelves').select('id');
    expect([refused.status, refused.error?.code]).toEqual([401, '42501']);
  });

  test('the API changes no privilege of a table', async () => {
    const { rows } = await gateway.db.query(
      `select has_table_privilege('authenticated', 'public.sealed', 'select') as open`,
    );
    expect(rows).toEqual([{ open: false }]);
  });
});

describe('row-level security', () => {
  test('a row for another person is refused, an own one is stored and only its owner reads it', async () => {
    const [asha, ben] = await Promise.all([gateway.person(), gateway.person()]);
    const foreign = await asha.supabase.from('books').insert({ owner_id: ben.id, title: 'Foreign' });
    expect(foreign.error?.code).toBe('42501');
    expect((await asha.supabase.from('books').insert({ owner_id: asha.id, title: 'Own' })).error).toBeNull();
    expect((await asha.supabase.from('books').select('title')).data).toEqual([{ title: 'Own' }]);
    expect((await ben.supabase.from('books').select('title')).data).toEqual([]);
    expect((await gateway.admin.from('books').select('title').eq('owner_id', asha.id)).data).toHaveLength(1);
  });

  test('many requests of two people at once never mix', async () => {
    const [asha, ben] = await Promise.all([gateway.person(), gateway.person()]);
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const one = index % 2 ? asha : ben;
        const { data } = await one.supabase.rpc('who_am_i');
        return data.uid === one.id && data.role === 'authenticated';
      }),
    );
    expect(answers.every(Boolean)).toBe(true);
  });
});

describe('values', () => {
  test('times are ISO 8601, numbers are numbers, json is json', async () => {
    const { supabase } = await gateway.person();
    const { data } = await supabase.from('shelves').select('price, views, at, details').eq('name', 'first').single();
    expect(data).toEqual({
      price: 12.5,
      views: 9007199254740991,
      at: '2026-04-01T09:41:00.5+00:00',
      details: { a: [1] },
    });
  });

  test('json that is sent stays the object or the list it is', async () => {
    const { supabase } = await gateway.person();
    const { data } = await supabase.rpc('kind_of', { p_value: { a: 1 }, p_list: [{ b: 'c' }] });
    expect(data).toEqual(['object', 'array']);
    const written = await gateway.admin
      .from('shelves')
      .insert({ name: 'third', details: { a: [1] } })
      .select('details')
      .single();
    expect(written.data).toEqual({ details: { a: [1] } });
    await gateway.db.query(`delete from public.shelves where name = 'third'`);
  });

  test('a many-to-one embed is an object, a one-to-many embed a list', async () => {
    const { supabase, id } = await gateway.person();
    const { data: shelf } = await supabase.from('shelves').select('id').eq('name', 'first').single();
    await supabase.from('books').insert({ owner_id: id, shelf_id: shelf?.id, title: 'Here' });
    expect((await supabase.from('books').select('title, shelves(name)').single()).data).toEqual({
      title: 'Here',
      shelves: { name: 'first' },
    });
    const shelves = await supabase.from('shelves').select('name, books(title)').order('name');
    expect(shelves.data).toEqual([
      { name: 'first', books: [{ title: 'Here' }] },
      { name: 'second', books: [] },
    ]);
  });

  test('an exact count comes with a range of the rows', async () => {
    const { supabase } = await gateway.person();
    const page = await supabase.from('shelves').select('name', { count: 'exact' }).order('name').range(1, 1);
    expect([page.count, page.data]).toEqual([2, [{ name: 'second' }]]);
    const head = await supabase.from('shelves').select('id', { count: 'exact', head: true });
    expect([head.count, head.data]).toEqual([2, null]);
  });
});

describe('functions and faults', () => {
  test('an error raised by a function keeps code, message, details and hint', async () => {
    const { supabase } = await gateway.person();
    const { error, status } = await supabase.rpc('fail_politely');
    expect(status).toBe(400);
    expect(error).toMatchObject({
      code: 'P0001',
      message: 'attempts_exhausted',
      details: 'No attempt is left.',
      hint: 'Buy one.',
    });
  });

  test('a function sees who calls, with the metadata of the token', async () => {
    const { supabase, id } = await gateway.person();
    expect((await supabase.rpc('who_am_i')).data).toEqual({ uid: id, role: 'authenticated', name: 'Asha Rao' });
    expect((await gateway.visitor().rpc('who_am_i')).data).toEqual({ uid: null, role: 'anon', name: null });
  });

  test('unknown tables, unknown functions, wrong ids and missing single rows have the codes of PostgREST', async () => {
    const { supabase } = await gateway.person();
    expect((await supabase.from('nowhere').select('id')).error?.code).toBe('PGRST205');
    expect((await supabase.rpc('nothing')).error?.code).toBe('PGRST202');
    expect((await supabase.from('books').select('id').eq('id', 'x')).error?.code).toBe('22P02');
    expect((await supabase.from('books').select('id').eq('title', 'x').single()).error?.code).toBe('PGRST116');
    expect((await supabase.from('books').select('id').eq('title', 'x').maybeSingle()).data).toBeNull();
  });
});

describe('the door', () => {
  const call = (headers: Record<string, string>) => fetch(`${gateway.url}/rest/v1/books?select=id`, { headers });

  test('no key and a wrong key are refused, the right key is let in', async () => {
    expect((await call({})).status).toBe(401);
    expect((await call({ apikey: 'sb_publishable_wrong' })).status).toBe(401);
    expect((await call({ apikey: gateway.secretKey })).status).toBe(200);
  });

  test('a forged or cut token is refused and never treated as a visitor', async () => {
    const { token } = await gateway.person();
    const apikey = gateway.publishableKey;
    expect((await call({ apikey, authorization: `Bearer ${token}` })).status).toBe(200);
    for (const bad of ['a.b.c', token.slice(0, -4), `${token.slice(0, -2)}xx`]) {
      expect((await call({ apikey, authorization: `Bearer ${bad}` })).status).toBe(401);
    }
  });

  test('a browser may call from any origin', async () => {
    const headers = {
      origin: 'http://127.0.0.1:4300',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'apikey',
    };
    const preflight = await fetch(`${gateway.url}/rest/v1/books`, { method: 'OPTIONS', headers });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'apikey']);
    const answer = await call({ apikey: gateway.secretKey, origin: 'http://127.0.0.1:4300' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4300');
    expect(answer.headers.get('access-control-expose-headers')).toContain('content-range');
  });

  test('calls to functions are handed on with their path, and their answer comes back with CORS headers', async () => {
    const answer = await fetch(`${gateway.url}/functions/v1/worker?x=1`, {
      method: 'POST',
      headers: { origin: 'http://a.example' },
    });
    expect([answer.status, answer.headers.get('x-from'), answer.headers.get('access-control-allow-origin')]).toEqual([
      418,
      'function',
      'http://a.example',
    ]);
    expect(await answer.json()).toEqual({ method: 'POST', url: '/worker?x=1' });
  });
});
