import { beforeAll, describe, expect, it } from 'vitest';
import { addModule, addPerson, addRole, addTrack } from '../support/builders.ts';
import { addMedia, addUnpublishedModule, versionOf, why, words } from '../support/catalogue.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs } from '../support/leads.ts';
import { capture, openVendorOrder, payment } from '../support/orders.ts';

const db = useDatabase();
const ids = { asha: '', ravi: '' };
const asha = () => actingAs(db.owner, ids.asha);
const saveTrack = 'select public.save_track_draft($1, $2, $3)';
const saveModule = 'select public.save_module_draft($1, $2, $3)';
const publishTrack = 'select public.publish_track($1, $2, $3)';
const publishModule = 'select public.publish_module($1, $2, $3)';
const json = JSON.stringify;
const trackRow = async (id: string) => (await db.rows('select * from public.tracks where id = $1', [id]))[0] ?? {};
const moduleRow = async (id: string) => (await db.rows('select * from public.modules where id = $1', [id]))[0] ?? {};
const changesOf = (kind: string, id: string) =>
  db.value('select changes from private.catalogue_drafts where kind = $1 and subject_id = $2', [kind, id]);
const audited = (id: string) =>
  db.rows('select action, actor, details from public.audit_log where subject_id = $1 order by id', [id]);
const refused = (message: string) => ({ code: 'P0001', message });

async function addTaughtTrack(columns = {}) {
  const track = await addTrack(db, columns);
  return { track, module: await addModule(db, track) };
}

beforeAll(async () => {
  const role = await addRole(db, ['catalogue.manage']);
  ids.asha = await addPerson(db, { roles: [role], name: 'Asha' });
  ids.ravi = await addPerson(db, { roles: [role], name: 'Ravi' });
});

describe('a draft of a track', () => {
  it('is kept apart from what is published, and says who wrote it', async () => {
    const { track } = await addTaughtTrack();
    const before = await trackRow(track);
    expect(
      await asha().value(saveTrack, [track, 0, json({ name: ' Better name ', price: 100, tagline: '' })]),
    ).toMatchObject({ version: 1, edited_by: 'Asha', changes: { name: 'Better name', price: 100 } });
    expect(await trackRow(track)).toEqual(before);
    expect(await asha().value('select public.get_catalogue_track($1)', [track])).toMatchObject({
      state: 'changed',
      version: 1,
      live: { name: before.name, price: 499900 },
      changes: { name: 'Better name', price: 100 },
    });
    expect(await audited(track)).toEqual([]);
  });

  it('loses a change that goes back to what is published', async () => {
    const { track } = await addTaughtTrack();
    await asha().value(saveTrack, [track, 0, json({ price: 100 })]);
    await asha().value(saveTrack, [track, 1, json({ price: 499900 })]);
    expect(await asha().value(`select public.get_catalogue_track($1) -> 'state'`, [track])).toBe('published');
  });

  it('is refused over what somebody else saved in between', async () => {
    const { track } = await addTaughtTrack();
    await asha().value(saveTrack, [track, 0, json({ name: 'By Asha' })]);
    expect(await actingAs(db.owner, ids.ravi).refusal(saveTrack, [track, 0, json({ name: 'By Ravi' })])).toEqual(
      refused('changed_meanwhile'),
    );
    expect(await changesOf('track', track)).toEqual({ name: 'By Asha' });
  });

  it('saved by two at once keeps the first alone', async () => {
    const { track } = await addTaughtTrack();
    const [one, two] = [await db.connect(), await db.connect()];
    const outcomes = await Promise.allSettled([
      actingAs(one, ids.asha).value(saveTrack, [track, 0, json({ name: 'By Asha' })]),
      actingAs(two, ids.ravi).value(saveTrack, [track, 0, json({ name: 'By Ravi' })]),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'changed_meanwhile' },
    });
  });

  it.each([
    ['name', ''],
    ['name', 'x'.repeat(201)],
    ['name', 'Two\nlines'],
    ['name', null],
    ['tagline', 5],
    ['price', -1],
    ['price', 10.5],
    ['price', '100'],
    ['price', 100_000_001],
    ['price', null],
    ['addon_price', -1],
    ['renewal_price', 'free'],
    ['passing_score', 0],
    ['passing_score', 101],
    ['validity_months', 0],
    ['access_months', 121],
    ['attempts_included', -1],
    ['exam_minutes', 4],
    ['cooldown_hours', -5],
    ['duration_hours', 1e9],
    ['color', 'red; background: url(x)'],
    ['icon', '<svg onload=alert(1)>'],
    ['target_audience', 'Everybody'],
    ['prerequisites', ['']],
    ['competencies', [1]],
    ['competencies', Array.from({ length: 31 }, (_, index) => `Line ${index}`)],
    ['content', { type: 'doc', content: [{ type: 'script' }] }],
    ['content', '<b>'],
    ['modules', ['3f0e2a52-5d4b-4d3a-9d0e-0c3d0a6d3a11']],
    ['modules', 'all'],
  ])('with %s %j is refused by the name of the field', async (field, value) => {
    const { track } = await addTaughtTrack();
    expect(await asha().refusal(saveTrack, [track, 0, json({ [field]: value })])).toEqual(refused(`invalid_${field}`));
  });

  it('takes no field that a track has not, nor what is no object', async () => {
    const { track } = await addTaughtTrack();
    for (const field of ['id', 'active', 'published_at', 'description', 'position', 'credly_template_id']) {
      expect(await asha().refusal(saveTrack, [track, 0, json({ [field]: 'x' })]), field).toEqual(
        refused('unknown_field'),
      );
    }
    expect(await asha().refusal(saveTrack, [track, 0, '[]'])).toEqual(refused('invalid_changes'));
    expect(await asha().refusal(saveTrack, ['nowhere', 0, '{}'])).toEqual(refused('track_not_found'));
  });

  it('is discarded with a reason, and the log keeps what it held', async () => {
    const { track } = await addTaughtTrack();
    const discard = 'select public.discard_track_draft($1, $2, $3)';
    expect(await asha().refusal(discard, [track, 0, why])).toEqual(refused('nothing_to_discard'));
    await asha().value(saveTrack, [track, 0, json({ name: 'Never mind' })]);
    expect(await asha().refusal(discard, [track, 0, why])).toEqual(refused('changed_meanwhile'));
    expect(await asha().refusal(discard, [track, 1, ' '])).toEqual(refused('reason_needed'));
    await asha().value(discard, [track, 1, why]);
    expect(await changesOf('track', track)).toEqual({});
    expect(await audited(track)).toEqual([
      {
        action: 'track.draft_discarded',
        actor: ids.asha,
        details: { reason: why, before: { name: 'Never mind' }, after: {} },
      },
    ]);
  });
});

describe('publishing a track', () => {
  it('makes the draft what everybody sees, and the log says what changed', async () => {
    const { track, module } = await addTaughtTrack({ description: 'Old words' });
    const second = await addModule(db, await addTrack(db));
    await asha().value(saveTrack, [
      track,
      0,
      json({ price: 599_900, content: words('New words'), competencies: ['Judge'], modules: [second, module] }),
    ]);
    await asha().value(publishTrack, [track, 1, why]);
    expect(await trackRow(track)).toMatchObject({
      price: 599_900,
      description: 'New words',
      content: words('New words'),
      competencies: ['Judge'],
      active: true,
    });
    expect(
      await db.rows('select module_id, position from public.track_modules where track_id = $1 order by 2', [track]),
    ).toEqual([
      { module_id: second, position: 1 },
      { module_id: module, position: 2 },
    ]);
    expect(await audited(track)).toEqual([
      {
        action: 'track.published',
        actor: ids.asha,
        details: {
          reason: why,
          before: { price: 499_900, content: null, competencies: [], modules: [module] },
          after: {
            price: 599_900,
            content: words('New words'),
            competencies: ['Judge'],
            modules: [second, module],
          },
        },
      },
    ]);
    expect(await asha().refusal(publishTrack, [track, 2, why])).toEqual(refused('nothing_to_publish'));
  });

  it('changes no price of an order that is open', async () => {
    const { track } = await addTaughtTrack();
    const buyer = await addPerson(db);
    const order = await openVendorOrder(db, buyer, track);
    const priced = () => db.rows('select price, total, status from public.orders where id = $1', [order.id]);
    const before = await priced();
    await asha().value(saveTrack, [track, 0, json({ price: 999_900 })]);
    await asha().value(publishTrack, [track, 1, why]);
    expect(await priced()).toEqual(before);
    expect(
      await actingAs(db.owner, buyer).value(`select public.quote_order('enrolment', $1) -> 'price'`, [track]),
    ).toBe(999_900);
    expect(await capture(db.owner, order.razorpayId, payment(order.total))).toMatchObject({
      enrolment_id: expect.any(String),
    });
  });

  it('needs a reason, the version that was read, and published modules', async () => {
    const id = String(await asha().value(`select public.create_track('half-done', 'Half done', $1)`, [why]));
    expect(await asha().refusal(publishTrack, [id, 0, 'x'])).toEqual(refused('reason_needed'));
    expect(await asha().refusal(publishTrack, [id, 7, why])).toEqual(refused('changed_meanwhile'));
    expect(await asha().refusal(publishTrack, [id, 0, why])).toEqual(refused('modules_needed'));
    const module = await addUnpublishedModule(db);
    await asha().value(saveTrack, [id, 0, json({ modules: [module] })]);
    expect(await asha().refusal(publishTrack, [id, 1, why])).toEqual(refused('modules_unpublished'));
    expect(await trackRow(id)).toMatchObject({ active: false, published_at: null });
  });

  it('while somebody saves is one or the other', async () => {
    const { track } = await addTaughtTrack();
    await asha().value(saveTrack, [track, 0, json({ name: 'First' })]);
    const [one, two] = [await db.connect(), await db.connect()];
    const outcomes = await Promise.allSettled([
      actingAs(one, ids.asha).value(publishTrack, [track, 1, why]),
      actingAs(two, ids.ravi).value(saveTrack, [track, 1, json({ name: 'Second' })]),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a track', () => {
  const create = 'select public.create_track($1, $2, $3, $4)';

  it('begins invisible, and its id can change only until it is published', async () => {
    await asha().value(create, ['short-name', 'A name', why, null]);
    expect(await trackRow('short-name')).toMatchObject({ active: false, published_at: null, price: 0 });
    const module = await addUnpublishedModule(db, { active: true, published_at: '2026-01-01' });
    await asha().value(saveTrack, ['short-name', 0, json({ modules: [module] })]);
    await asha().value('select public.rename_track($1, $2, $3)', ['short-name', 'better-name', why]);
    expect(await trackRow('short-name')).toEqual({});
    expect(await changesOf('track', 'better-name')).toEqual({ modules: [module] });
    await asha().value(publishTrack, ['better-name', 1, why]);
    expect(await asha().refusal('select public.rename_track($1, $2, $3)', ['better-name', 'again', why])).toEqual(
      refused('id_is_fixed'),
    );
  });

  it('needs an id that is well-formed and free', async () => {
    const { track } = await addTaughtTrack();
    for (const id of ['', 'A', 'With Space', '-begin', 'ü', '../x', 'a'.repeat(62), null]) {
      expect(await asha().refusal(create, [id, 'A name', why, null]), String(id)).toEqual(refused('invalid_id'));
    }
    expect(await asha().refusal(create, [track, 'A name', why, null])).toEqual(refused('id_taken'));
    expect(await asha().refusal(create, ['fine-id', '', why, null])).toEqual(refused('invalid_name'));
    expect(await asha().refusal(create, ['fine-id', 'A name', '', null])).toEqual(refused('reason_needed'));
  });

  it('is duplicated with what is prepared in it, and the copy is invisible', async () => {
    const { track, module } = await addTaughtTrack({ description: 'In plain words', price: 100 });
    await asha().value(saveTrack, [track, 0, json({ tagline: 'Prepared' })]);
    await asha().value(create, ['copied', 'A copy', why, track]);
    expect(await trackRow('copied')).toMatchObject({ name: 'A copy', active: false, published_at: null });
    expect(await changesOf('track', 'copied')).toMatchObject({
      tagline: 'Prepared',
      price: 100,
      modules: [module],
      content: words('In plain words'),
    });
  });

  it('is archived and restored with a reason, and takes no edits meanwhile', async () => {
    const { track } = await addTaughtTrack();
    const archive = 'select public.archive_track($1, $2, $3)';
    expect(await asha().refusal(archive, [track, true, ''])).toEqual(refused('reason_needed'));
    await asha().value(archive, [track, true, why]);
    expect(await trackRow(track)).toMatchObject({ active: false, archived_at: expect.any(Date) });
    expect(await asha().refusal(archive, [track, true, why])).toEqual(refused('changed_meanwhile'));
    expect(await asha().refusal(saveTrack, [track, 0, '{}'])).toEqual(refused('track_archived'));
    expect(await asha().refusal(publishTrack, [track, 0, why])).toEqual(refused('track_archived'));
    await asha().value(archive, [track, false, why]);
    expect(await trackRow(track)).toMatchObject({ active: true, archived_at: null });
    expect((await audited(track)).map(({ action }) => action)).toEqual(['track.archived', 'track.restored']);
  });

  it('that was never published stays invisible when it comes back from the archive', async () => {
    await asha().value(create, ['kept-back', 'Kept back', why, null]);
    for (const archived of [true, false]) {
      await asha().value('select public.archive_track($1, $2, $3)', ['kept-back', archived, why]);
      expect(await trackRow('kept-back')).toMatchObject({ active: false });
    }
  });
});

describe('the order of tracks', () => {
  it('is changed for all of them at once, or not at all', async () => {
    await addTaughtTrack();
    const all = (await db.rows('select id from public.tracks order by id')).map(({ id }) => String(id));
    const order = 'select public.order_tracks($1, $2)';
    for (const other of [all.slice(1), [...all, 'nowhere'], [...all.slice(1), all[1]], []]) {
      expect(await asha().refusal(order, [other, why])).toEqual(refused('changed_meanwhile'));
    }
    await asha().value(order, [all.toReversed(), why]);
    expect((await db.rows('select id from public.tracks order by position')).map(({ id }) => id)).toEqual(
      all.toReversed(),
    );
    const listed = await asha().value(`select public.list_catalogue_tracks() -> 'rows'`);
    expect(Array.isArray(listed) && listed.map((row: { id: string }) => row.id)).toEqual(all.toReversed());
  });
});

describe('the list of tracks', () => {
  it('is searched by name and id as prepared, and filtered by state', async () => {
    const { track } = await addTaughtTrack();
    await asha().value(saveTrack, [track, 0, json({ name: 'Quantum 100% gardening' })]);
    const find = (search: string | null, state: string | null) =>
      asha().value(`select jsonb_path_query_array(public.list_catalogue_tracks($1, $2), '$.rows[*].id')`, [
        search,
        state,
      ]);
    expect(await find('quantum', null)).toEqual([track]);
    expect(await find('100%', 'changed')).toEqual([track]);
    expect(await find('quantum', 'published')).toEqual([]);
    expect(await find(track, null)).toContain(track);
    expect(await find('no_such_%', null)).toEqual([]);
  });
});

describe('a draft of a module', () => {
  it('is published in one act with what changed', async () => {
    const { module } = await addTaughtTrack();
    const before = await moduleRow(module);
    await asha().value(saveModule, [
      module,
      0,
      json({ title: 'New title', content: words('The lesson'), topics: ['One'], difficulty: 'advanced' }),
    ]);
    expect(await moduleRow(module)).toEqual(before);
    await asha().value(publishModule, [module, 1, why]);
    expect(await moduleRow(module)).toMatchObject({
      title: 'New title',
      content: words('The lesson'),
      body: '',
      topics: ['One'],
      difficulty: 'advanced',
    });
    expect((await audited(module))[0]).toMatchObject({
      action: 'module.published',
      details: { reason: why, before: { difficulty: 'beginner' }, after: { difficulty: 'advanced' } },
    });
  });

  it('leaves a lesson in Markdown alone until the lesson itself is edited', async () => {
    const { module } = await addTaughtTrack();
    await asha().value(saveModule, [module, 0, json({ title: 'Only the title' })]);
    await asha().value(publishModule, [module, 1, why]);
    expect(await moduleRow(module)).toMatchObject({ body: 'The material', content: null });
  });

  it.each([
    ['title', ''],
    ['description', 'x'.repeat(1001)],
    ['content', { type: 'doc', content: [{ type: 'image' }] }],
    ['duration_minutes', -1],
    ['difficulty', 'godlike'],
    ['topics', [null]],
    ['video_seconds', 0],
    ['video_path', 'http://videos.example/a.mp4'],
    ['video_path', 'javascript:alert(1)'],
    ['video_path', 'https://videos.example/"onerror="x'],
    ['video_path', 'https://localhost/a.mp4'],
    ['video_path', 'modules/nowhere/video.mp4'],
    ['video_path', '../certificates/x.pdf'],
    ['pdf_path', 'https://papers.example/a.pdf'],
    ['pdf_path', 5],
  ])('with %s %j is refused by the name of the field', async (field, value) => {
    const { module } = await addTaughtTrack();
    expect(await asha().refusal(saveModule, [module, 0, json({ [field]: value })])).toEqual(
      refused(`invalid_${field}`),
    );
  });

  it('takes a video from the web, by https', async () => {
    const { module } = await addTaughtTrack();
    await asha().value(saveModule, [module, 0, json({ video_path: 'https://videos.example/a.mp4?x=1' })]);
    expect(await asha().value('select public.get_catalogue_module($1)', [module])).toMatchObject({
      video: { state: 'elsewhere' },
    });
    await asha().value(publishModule, [module, 1, why]);
    expect(await moduleRow(module)).toMatchObject({ video_path: 'https://videos.example/a.mp4?x=1' });
  });

  it('goes out with a file only after the server found it good', async () => {
    const { module } = await addTaughtTrack();
    const path = await addMedia(db, module, 'notes.pdf', 1234);
    const check = (fault: string | null) => db.value(`select private.record_media_check($1, 'pdf', $2)`, [path, fault]);
    await asha().value(saveModule, [module, 0, json({ pdf_path: path })]);
    expect(await asha().refusal(publishModule, [module, 1, why])).toEqual(refused('pdf_unchecked'));
    await check('wrong_content');
    expect(await asha().refusal(publishModule, [module, 1, why])).toEqual(refused('pdf_refused'));
    await check(null);
    expect(await asha().value(`select public.get_catalogue_module($1) -> 'pdf'`, [module])).toEqual({
      state: 'good',
      bytes: 1234,
    });
    // Another file under the same name is another object.
    await db.rows('delete from storage.objects where name = $1', [path]);
    expect(await asha().refusal(publishModule, [module, 1, why])).toEqual(refused('pdf_missing'));
    await db.rows(`insert into storage.objects (bucket_id, name) values ('course-media', $1)`, [path]);
    expect(await asha().refusal(publishModule, [module, 1, why])).toEqual(refused('pdf_unchecked'));
    await check(null);
    await asha().value(publishModule, [module, 1, why]);
    expect(await moduleRow(module)).toMatchObject({ pdf_path: path });
  });

  it('does not take a PDF for a video, nor a file of another bucket', async () => {
    const { module } = await addTaughtTrack();
    const pdf = await addMedia(db, module, 'notes.pdf');
    expect(await asha().refusal(saveModule, [module, 0, json({ video_path: pdf })])).toEqual(
      refused('invalid_video_path'),
    );
    const other = `modules/${module}/x/notes.pdf`;
    await db.rows(`insert into storage.objects (bucket_id, name) values ('avatars', $1)`, [other]);
    expect(await asha().refusal(saveModule, [module, 0, json({ pdf_path: other })])).toEqual(
      refused('invalid_pdf_path'),
    );
    await expect(db.value(`select private.record_media_check($1, 'pdf', null)`, [other])).rejects.toMatchObject({
      message: 'file_not_found',
    });
  });
});

describe('a module', () => {
  const create = 'select public.create_module($1, $2, $3, $4)';

  it('is made for a track and waits at the end of its draft', async () => {
    const { track, module } = await addTaughtTrack();
    const id = String(await asha().value(create, ['Next', why, track, null]));
    expect(await changesOf('track', track)).toEqual({ modules: [module, id] });
    expect(await db.rows('select module_id from public.track_modules where track_id = $1', [track])).toEqual([
      { module_id: module },
    ]);
    expect(await versionOf(db, 'track', track)).toBe(1);
  });

  it('is duplicated with its lesson, draft and files', async () => {
    const { module } = await addTaughtTrack();
    const video = await addMedia(db, module);
    await db.rows(`update public.modules set video_path = $2, pdf_path = 'modules/gone.pdf' where id = $1`, [
      module,
      video,
    ]);
    await asha().value(saveModule, [module, 0, json({ topics: ['Prepared'] })]);
    const copy = String(await asha().value(create, ['A copy', why, null, module]));
    expect(await moduleRow(copy)).toMatchObject({ title: 'A copy', body: 'The material', active: false });
    expect(await changesOf('module', copy)).toEqual({ topics: ['Prepared'], video_path: video });
    await asha().value(publishModule, [copy, 1, why]);
    expect(await moduleRow(copy)).toMatchObject({ video_path: video, active: true });
  });

  it('is archived out of every course and comes back', async () => {
    const { track, module } = await addTaughtTrack();
    const archive = 'select public.archive_module($1, $2, $3)';
    await asha().value(archive, [module, true, why]);
    expect(await db.value('select public.track_outline($1)', [track])).toEqual([]);
    expect(await asha().refusal(saveModule, [module, 0, '{}'])).toEqual(refused('module_archived'));
    await asha().value(archive, [module, false, why]);
    expect(await db.value('select public.track_outline($1)', [track])).toHaveLength(1);
    expect((await audited(module)).map(({ action }) => action)).toEqual(['module.archived', 'module.restored']);
  });
});

describe('the list of modules', () => {
  const list = (search: string | null, state: string | null, after: unknown = null, limit = 25) =>
    asha().value('select public.list_catalogue_modules($1, $2, $3, $4)', [
      search,
      state,
      after === null ? null : json(after),
      limit,
    ]);

  it('is paged by title without losing or repeating any, and counted', async () => {
    for (const title of ['Zeta one', 'Zeta one', 'zeta two', 'Zeta 3%'])
      await addModule(db, await addTrack(db), { title });
    const seen: string[] = [];
    let next: unknown = null;
    do {
      const page = await list('zeta', null, next, 2);
      if (typeof page !== 'object' || page === null || !('rows' in page) || !('next' in page))
        throw new Error('no page');
      expect(page).toMatchObject({ total: 4, total_capped: false });
      if (Array.isArray(page.rows)) seen.push(...page.rows.map((row: { title: string }) => row.title));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(['Zeta 3%', 'Zeta one', 'Zeta one', 'zeta two']);
    expect(await list('3%', null)).toMatchObject({ total: 0 });
    expect(await list('ze', null)).toMatchObject({ total: 4 });
  });

  it('is filtered by state', async () => {
    const title = 'Theta';
    const { module: published } = { module: await addModule(db, await addTrack(db), { title }) };
    const changed = await addModule(db, await addTrack(db), { title });
    await asha().value(saveModule, [changed, 0, json({ topics: ['x'] })]);
    const draft = await addUnpublishedModule(db, { title });
    const archived = await addModule(db, await addTrack(db), { title });
    await asha().value('select public.archive_module($1, true, $2)', [archived, why]);
    for (const [state, expected] of [
      ['published', [published, changed]],
      ['changed', [changed]],
      ['draft', [draft]],
      ['archived', [archived]],
    ] as const) {
      const page = await asha().value(
        `select jsonb_path_query_array(public.list_catalogue_modules('Theta', $1), '$.rows[*].id')`,
        [state],
      );
      expect(Array.isArray(page) && page.toSorted(), state).toEqual([...expected].toSorted());
    }
  });

  it('is planned without reading the whole table', async () => {
    await db.rows(
      `insert into public.modules (title, active, archived_at) select 'Bulk ' || md5(i::text), i % 50 <> 0, case when i % 50 = 0 then now() end
       from generate_series(1, 20000) i`,
    );
    // Vacuum also moves what waits beside the search index into it.
    await db.rows('vacuum analyze public.modules');
    for (const [search, state, after] of [
      [null, null, null],
      [null, null, { title: 'bulk 7', id: '3f0e2a52-5d4b-4d3a-9d0e-0c3d0a6d3a11' }],
      ['a1b2', null, null],
      ['bu', null, null],
      [null, 'archived', null],
      [null, 'draft', null],
      [null, 'changed', null],
      ['a1b2', 'published', null],
    ] as const) {
      const filter = await db.value('select private.module_filter($1, $2)', [search, state]);
      const pattern = await db.value('select private.module_pattern($1)', [search]);
      const quoted = (value: unknown) => `'${String(value)}'`;
      const where = String(filter).replaceAll('$1', quoted(pattern));
      const from = after === null ? '' : ` and (lower(m.title), m.id) > (${quoted(after.title)}, ${quoted(after.id)})`;
      const plan = await db.rows(
        `explain select m.id from public.modules m where ${where}${from} order by lower(m.title), m.id limit 26`,
      );
      expect(json(plan), json([search, state, after])).not.toMatch(/Seq Scan on modules/);
    }
  });
});
