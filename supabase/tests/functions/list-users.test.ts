import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPerson, addRole, addTrack, enrol, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { giveIdentity } from '../support/exams.ts';
import { actingAs } from '../support/leads.ts';

const db = useDatabase();
let reader = '';
const cursorSchema = z.object({ id: z.string(), back: z.boolean().optional() }).nullable();
const pageSchema = z.object({
  rows: z.array(z.object({ id: z.string(), full_name: z.string(), identity: z.string() })),
  next: cursorSchema,
  previous: cursorSchema,
  total: z.number().nullable(),
  total_capped: z.boolean().nullable(),
});
type Asked = {
  search?: string;
  kind?: string;
  status?: string;
  trackId?: string;
  enrolment?: string;
  identity?: string;
  sort?: string;
  descending?: boolean;
  after?: z.infer<typeof cursorSchema>;
  limit?: number;
};
const sql =
  'select public.list_users(p_search => $1, p_kind => $2, p_status => $3, p_track_id => $4, p_enrolment => $5, p_identity => $6, p_sort => $7, p_descending => $8, p_after => $9, p_limit => $10)';
const valuesOf = (asked: Asked) => [
  asked.search ?? null,
  asked.kind ?? null,
  asked.status ?? null,
  asked.trackId ?? null,
  asked.enrolment ?? null,
  asked.identity ?? null,
  asked.sort ?? 'joined',
  asked.descending ?? null,
  asked.after ? JSON.stringify(asked.after) : null,
  asked.limit ?? 25,
];
const list = async (asked: Asked = {}) =>
  pageSchema.parse(await actingAs(db.owner, reader).value(sql, valuesOf(asked)));
const names = async (asked: Asked) => (await list(asked)).rows.map(({ full_name }) => full_name).toSorted();

describe('a few people', () => {
  let trackId = '';
  beforeAll(async () => {
    reader = await addPerson(db, { name: 'Reader', roles: [await addRole(db, ['users.read'])] });
    trackId = await addTrack(db);
    const person = async (name: string, email: string, more: Parameters<typeof addPerson>[1] = {}) =>
      addPerson(db, { name, email, ...more });
    const asha = await person('Asha Rao', 'asha@sona.example', { metadata: { phone: '+91 98450-12345' } });
    const ravi = await person('Ravi Menon', 'ravi_m@tulip.example');
    const meera = await person('Meera 100%', 'meera@sona.example', { status: 'suspended' });
    await person('Head', 'head@sona.example', { kind: 'institution' });
    await enrol(db, asha, trackId);
    await enrol(db, meera, trackId);
    const over = await enrol(db, ravi, trackId);
    await db.rows(`update public.enrolments set expires_at = now() - interval '1 day' where id = $1`, [over]);
    await giveIdentity(db, asha, 'rejected', '2026-01-01');
    await giveIdentity(db, asha, 'pending', '2026-02-01');
    await giveIdentity(db, ravi, 'verified');
  });

  it.each<[string, string[]]>([
    ['asha', ['Asha Rao']],
    ['SONA.example', ['Asha Rao', 'Head', 'Meera 100%']],
    ['9845012', ['Asha Rao']],
    ['+91 98450', ['Asha Rao']],
    ['ra', ['Ravi Menon']],
    ['as', ['Asha Rao']],
    ['rao', ['Asha Rao']],
    ['100%', ['Meera 100%']],
    ['%%%', []],
    ['i_m', ['Ravi Menon']],
    [`o'; drop table x; --`, []],
    ['nobody at all', []],
  ])('are found by %s', async (search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  it.each<[Asked, string[]]>([
    [{ kind: 'institution' }, ['Head']],
    [{ status: 'suspended' }, ['Meera 100%']],
    [{ enrolment: 'active' }, ['Asha Rao', 'Meera 100%']],
    [{ enrolment: 'expired' }, ['Ravi Menon']],
    [{ enrolment: 'active', status: 'active' }, ['Asha Rao']],
    [{ enrolment: 'revoked' }, []],
    [{ identity: 'waiting' }, ['Asha Rao']],
    [{ identity: 'refused' }, []],
    [{ identity: 'verified' }, ['Ravi Menon']],
    [{ identity: 'none', search: 'sona' }, ['Head', 'Meera 100%']],
    [{ search: 'sona', kind: 'learner', status: 'active' }, ['Asha Rao']],
  ])('are filtered by %j, and counted', async (asked, found) => {
    expect(await names(asked)).toEqual(found);
    expect(await list(asked)).toMatchObject({ total: found.length, total_capped: false });
  });

  it.each<[Asked, string[]]>([
    [{ enrolment: 'active' }, ['Asha Rao', 'Meera 100%']],
    [{ enrolment: 'expired' }, ['Ravi Menon']],
    [{ enrolment: 'active', status: 'active' }, ['Asha Rao']],
  ])('are those of a track who stand in it as %j says', async (asked, found) => {
    expect(await names({ ...asked, trackId })).toEqual(found);
    expect(await list({ ...asked, trackId })).toMatchObject({ total: found.length });
  });

  it('are those of a track', async () => {
    expect(await names({ trackId })).toEqual(['Asha Rao', 'Meera 100%', 'Ravi Menon']);
    expect(await list({ trackId })).toMatchObject({ total: 3 });
    expect(await names({ trackId: 'no-such-track' })).toEqual([]);
  });

  it('have their standing in the row', async () => {
    const [row] = z
      .object({ rows: z.array(z.unknown()) })
      .parse(await actingAs(db.owner, reader).value(sql, valuesOf({ search: 'ravi' }))).rows;
    expect(row).toMatchObject({
      email: 'ravi_m@tulip.example',
      kind: 'learner',
      identity: 'verified',
      enrolments: [{ state: 'expired' }],
    });
  });

  it.each([
    [{ sort: 'wealth' }, 'invalid_sort'],
    [{ enrolment: 'someday' }, 'invalid_filter'],
    [{ identity: 'maybe' }, 'invalid_filter'],
  ])('are not asked for by %j', async (asked, message) => {
    expect(await actingAs(db.owner, reader).refusal(sql, valuesOf(asked))).toEqual({ code: 'P0001', message });
  });
});

describe('twenty thousand people', () => {
  beforeAll(async () => {
    const track = await addTrack(db);
    await db.rows(`
      insert into auth.users (instance_id, id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
      select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', 'crowd' || n || '@crowd.example', '{}',
        jsonb_build_object('full_name', 'Crowd ' || md5(n::text), 'phone', '+91' || (9000000000 + n)), now(), now()
      from generate_series(1, 20000) n`);
    await db.rows(`
      with crowd as (select user_id, row_number() over () as n from public.profiles where email like 'crowd%')
      update public.profiles p set joined_at = '2020-01-01'::timestamptz + (c.n / 3) * interval '1 minute',
        status = case when c.n % 500 = 0 then 'suspended' else 'active' end::public.account_status
      from crowd c where c.user_id = p.user_id`);
    await db.rows(
      `insert into public.enrolments (user_id, track_id, source, status, expires_at)
       select p.user_id, $1, 'grant', case when random() < 0.005 then 'revoked' else 'active' end::public.enrolment_status,
         now() + (random() * 1000 - 5) * interval '1 day'
       from public.profiles p where p.email like 'crowd%' and random() < 0.6`,
      [track],
    );
    await db.rows(`
      insert into public.identity_verifications (user_id, document_path, document_kind, status)
      select e.user_id, e.user_id || '/a.png', 'passport', case when random() < 0.02 then 'pending' else 'verified' end::public.identity_status
      from public.enrolments e where random() < 0.3`);
    await db.rows(`
      insert into public.certificates (number, user_id, track_id, enrolment_id, cycle, holder_name, track_name, expires_at)
      select 'AIR-2026-' || upper(left(md5(e.id::text), 8)), e.user_id, e.track_id, e.id, 1, 'Crowd', 'Track', '2999-01-01'
      from public.enrolments e where random() < 0.5 on conflict do nothing`);
    await db.rows('vacuum analyze');
  });

  const whole = async (asked: Asked) => {
    const ids: string[] = [];
    let after: z.infer<typeof cursorSchema> = null;
    do {
      const page: z.infer<typeof pageSchema> = await list({ ...asked, after, limit: 1000 });
      ids.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids;
  };

  it.each<Asked>([{ sort: 'joined' }, { sort: 'name' }, { sort: 'joined', status: 'suspended' }])(
    'each come once when all pages of %j are turned',
    async (asked) => {
      const ids = await whole(asked);
      const all = await db.value(
        'select count(*) from public.profiles where $1::public.account_status is null or status = $1',
        [asked.status ?? null],
      );
      expect(ids).toHaveLength(Number(all));
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('are read backwards as they were read forwards', async () => {
    const first = await list({ sort: 'name', limit: 7 });
    const second = await list({ sort: 'name', limit: 7, after: first.next });
    const third = await list({ sort: 'name', limit: 7, after: second.next });
    expect(first.previous).toBeNull();
    const back = await list({ sort: 'name', limit: 7, after: third.previous });
    expect(back.rows).toEqual(second.rows);
    expect(back.next).toEqual(second.next);
    const start = await list({ sort: 'name', limit: 7, after: back.previous });
    expect(start.rows).toEqual(first.rows);
    expect(start.previous).toBeNull();
  });

  it('are counted to ten thousand, and to one thousand where many must be looked at', async () => {
    expect(await list()).toMatchObject({ total: 10_000, total_capped: true });
    expect(await list({ search: 'crowd.example' })).toMatchObject({ total: 1000, total_capped: true });
    expect(await list({ enrolment: 'active' })).toMatchObject({ total: 10_000, total_capped: true });
    expect(await list({ limit: 1000 })).toMatchObject({ total: null, total_capped: null });
  });

  it('begin anew when the person behind whom a page begins is gone', async () => {
    const gone = { id: '3f0e2a52-5d4b-4d3a-9d0e-0c3d0a6d3a11' };
    expect((await list({ after: gone })).rows).toEqual((await list()).rows);
  });

  const statements = z.object({ page: z.string(), count: z.string() });
  const questions: [string, unknown[]][] = [
    ['the first page', [null, null, null, null, null, null, 'joined', true, false]],
    ['a page in the middle', [null, null, null, null, null, null, 'joined', true, true]],
    ['by name, in the middle', [null, null, null, null, null, null, 'name', false, true]],
    ['by e-mail', [null, null, null, null, null, null, 'email', false, false]],
    ['a text', ['d3d9446', null, null, null, null, null, 'joined', true, false]],
    ['two letters', ['zz', null, null, null, null, null, 'name', false, false]],
    ['a number', ['AIR-2026-D3', null, null, null, null, null, 'joined', true, false]],
    ['staff', [null, 'staff', null, null, null, null, 'joined', true, false]],
    ['the suspended', [null, null, 'suspended', null, null, null, 'joined', true, false]],
    ['the revoked', [null, null, null, null, 'revoked', null, 'joined', true, false]],
    ['waiting documents', [null, null, null, null, null, 'waiting', 'joined', true, false]],
  ];

  it.each(questions)('are read by index: %s', async (_name, values) => {
    const middle = text(await db.value('select user_id from public.profiles order by joined_at offset 10000 limit 1'));
    const [search, kind, status, track, enrolment, identity, sort, descending, behind] = values;
    const place = behind ? (sort === 'name' ? 'crowd 8' : '2020-01-03T00:00:00Z') : null;
    const both = statements.parse(
      await db.value('select private.people_statements($1, true, $2, $3, $4, $5, $6, $7, $8, $9, $10, 25, now())', [
        search,
        kind,
        status,
        track,
        enrolment,
        identity,
        sort,
        descending,
        place,
        behind ? middle : null,
      ]),
    );
    for (const statement of Object.values(both)) {
      const plan = (await db.rows(`explain ${statement}`)).map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).not.toMatch(/Seq Scan on (profiles|enrolments|certificates)/);
    }
  });
});
