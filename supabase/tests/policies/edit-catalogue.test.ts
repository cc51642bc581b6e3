import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addModule, addPerson, addRole, addStaff, addTrack, enrol } from '../support/builders.ts';
import { addMedia, addUnpublishedModule, why, words } from '../support/catalogue.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs } from '../support/leads.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const service: Person = { role: 'service_role' };
const ids = { editor: '', tester: '', support: '', learner: '', manager: '', gone: '' };
let track = '';
let module = '';
let draftTrack = '';
let draftModule = '';

beforeAll(async () => {
  Object.assign(ids, {
    editor: await addStaff(db, ['catalogue.manage']),
    tester: await addStaff(db, ['tests.manage']),
    support: await addStaff(db, ['users.read', 'audit.read', 'settings.manage']),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, { roles: [await addRole(db, ['catalogue.manage'])], status: 'suspended' }),
  });
  await addInstitution(db, [ids.manager]);
  track = await addTrack(db);
  module = await addModule(db, track);
  await enrol(db, ids.learner, track);
  draftTrack = await addTrack(db, { active: false, published_at: null });
  draftModule = await addUnpublishedModule(db);
  await db.rows(
    `insert into private.catalogue_drafts (kind, subject_id, changes) values ('track', $1, '{"name": "New name"}'), ('module', $2, '{"title": "New title"}')`,
    [track, module],
  );
});

const calls: [string, () => unknown[]][] = [
  ['list_catalogue_tracks()', () => []],
  ['get_catalogue_track($1)', () => [track]],
  ['list_catalogue_modules()', () => []],
  ['get_catalogue_module($1)', () => [module]],
  [`save_track_draft($1, 1, '{"name": "Other"}')`, () => [track]],
  [`save_module_draft($1, 1, '{"title": "Other"}')`, () => [module]],
  ['discard_track_draft($1, 1, $2)', () => [track, why]],
  ['discard_module_draft($1, 1, $2)', () => [module, why]],
  [`create_track('a-new-track', 'A new track', $1)`, () => [why]],
  ['rename_track($1, $2, $3)', () => [draftTrack, 'renamed-track', why]],
  [`create_module('A new module', $1)`, () => [why]],
  ['publish_track($1, 1, $2)', () => [track, why]],
  ['publish_module($1, 1, $2)', () => [module, why]],
  ['archive_track($1, true, $2)', () => [track, why]],
  ['archive_module($1, true, $2)', () => [module, why]],
  ['order_tracks($1, $2)', () => [[draftTrack, track], why]],
];

describe.each(calls)('public.%s', (call, values) => {
  const sql = `select public.${call}`;

  it('is for staff with catalogue.manage', async () => {
    expect(await asPerson(db.owner, { userId: ids.editor }, (s) => s.rows(sql, values()))).toHaveLength(1);
  });

  it('is refused to other staff, to learners, managers and the suspended', async () => {
    for (const userId of [ids.tester, ids.support, ids.learner, ids.manager, ids.gone]) {
      expect(await asPerson(db.owner, { userId }, (s) => s.refusal(sql, values()))).toEqual({
        code: '42501',
        message: 'not_allowed',
      });
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const person of [{}, service]) {
      expect((await asPerson(db.owner, person, (s) => s.refusal(sql, values()))).code).toBe('42501');
    }
  });
});

it.each(['private.catalogue_drafts', 'private.media_checks'])(
  '%s is read and written by nobody directly',
  async (table) => {
    for (const person of [{}, { userId: ids.editor }, { userId: ids.learner }, service]) {
      for (const sql of [`select 1 from ${table}`, `insert into ${table} default values`, `delete from ${table}`]) {
        expect((await asPerson(db.owner, person, (s) => s.refusal(sql))).code, sql).toBe('42501');
      }
    }
  },
);

it('the tables of the catalogue take no write from editors', async () => {
  for (const sql of [
    `update public.tracks set price = 1`,
    `update public.modules set title = 'x'`,
    `delete from public.track_modules`,
    `insert into public.tracks (id, name, price) values ('x-x', 'x', 1)`,
  ]) {
    expect((await asPerson(db.owner, { userId: ids.editor }, (s) => s.refusal(sql))).code, sql).toBe('42501');
  }
});

it.each([
  `private.keep_changes('track', 'x', '{}', '{}')`,
  `private.set_draft('track', 'x', '{}')`,
  `private.record_media_check('x', 'pdf', null)`,
  `public.system_record_media_check('x', 'pdf', null)`,
  `private.find_catalogue_modules(null, null, null, 1)`,
  `private.rich_text_plain('{}')`,
])('%s is out of reach of people', async (call) => {
  for (const person of [{}, { userId: ids.editor }, { userId: ids.learner }]) {
    expect((await asPerson(db.owner, person, (s) => s.refusal(`select ${call}`))).code).toBe('42501');
  }
});

it('the server records what it found in a file', async () => {
  const path = await addMedia(db, module, 'notes.pdf');
  expect(
    await asPerson(db.owner, service, (s) =>
      s.value(`select public.system_record_media_check($1, 'pdf', null)`, [path]),
    ),
  ).toBe('good');
});

describe('what was never published', () => {
  const people = () => [
    {},
    { userId: ids.learner },
    { userId: ids.tester },
    { userId: ids.manager },
    { userId: ids.gone },
  ];

  it('is seen by its editors alone, track and module', async () => {
    for (const person of people()) {
      for (const [table, id] of [
        ['tracks', draftTrack],
        ['modules', draftModule],
      ]) {
        const sql = `select id from public.${String(table)} where id::text = $1`;
        expect(await asPerson(db.owner, person, (s) => s.rows(sql, [id]))).toEqual([]);
      }
      expect(
        await asPerson(db.owner, person.userId === undefined ? person : { userId: person.userId }, (s) =>
          s.value('select public.track_outline($1)', [draftTrack]),
        ),
      ).toEqual([]);
    }
    expect(
      await asPerson(db.owner, { userId: ids.editor }, (s) =>
        s.rows('select id from public.tracks where id = $1', [draftTrack]),
      ),
    ).toEqual([{ id: draftTrack }]);
  });

  it('cannot be enrolled in or bought', async () => {
    await expect(enrol(db, ids.learner, draftTrack)).rejects.toMatchObject({ message: 'track_not_found' });
    await expect(
      db.rows(
        `insert into public.institution_seats (institution_id, track_id, seats, price, valid_until)
         select id, $1, 5, 100, now() + interval '1 year' from public.institutions limit 1`,
        [draftTrack],
      ),
    ).rejects.toMatchObject({ message: 'track_not_found' });
    expect(
      await asPerson(db.owner, { userId: ids.learner }, (s) =>
        s.refusal(`select public.quote_order('enrolment', $1)`, [draftTrack]),
      ),
    ).toMatchObject({ message: 'track_not_found' });
  });

  it('shows nothing of its drafts through what learners and visitors read', async () => {
    for (const person of people()) {
      const answers = await asPerson(db.owner, person, async (s) => [
        await s.rows('select name, tagline, description, content from public.tracks'),
        await s.rows('select id, title, description from public.modules'),
        await s.value('select public.track_outline($1)', [track]),
      ]);
      expect(JSON.stringify(answers)).not.toMatch(/New name|New title/);
    }
  });

  it('becomes visible at its first publishing', async () => {
    const editor = actingAs(db.owner, ids.editor);
    const id = String(await editor.value(`select public.create_track('first-light', 'First light', $1)`, [why]));
    const moduleId = String(await editor.value(`select public.create_module('Dawn', $1, $2)`, [why, id]));
    await editor.value('select public.save_module_draft($1, 0, $2)', [
      moduleId,
      JSON.stringify({ content: words('The sun') }),
    ]);
    const visible = (person: Person) =>
      asPerson(db.owner, person, async (s) => [
        (await s.rows('select id from public.tracks where id = $1', [id])).length,
        (await s.rows('select id from public.modules where id = $1', [moduleId])).length,
        (await s.rows('select track_id from public.track_modules where track_id = $1', [id])).length,
      ]);
    expect(await visible({})).toEqual([0, 0, 0]);
    await editor.value('select public.publish_module($1, 1, $2)', [moduleId, why]);
    expect(await visible({})).toEqual([0, 0, 0]);
    await editor.value('select public.publish_track($1, 1, $2)', [id, why]);
    expect(await visible({})).toEqual([1, 1, 1]);
    const buyer = await addPerson(db);
    await enrol(db, buyer, id);
    expect(
      await asPerson(db.owner, { userId: buyer }, (s) =>
        s.value('select content from public.modules where id = $1', [moduleId]),
      ),
    ).toEqual(words('The sun'));
    for (const column of ['content', 'body']) {
      expect((await asPerson(db.owner, {}, (s) => s.refusal(`select ${column} from public.modules`))).code).toBe(
        '42501',
      );
    }
  });
});

describe('files of course-media', () => {
  const seen = (userId: string) =>
    asPerson(db.owner, { userId }, async (s) =>
      (await s.rows(`select name from storage.objects where bucket_id = 'course-media' order by name`)).map(
        ({ name }) => name,
      ),
    );

  it('open to learners with what is published, not with what lies in the folder', async () => {
    const buyer = await addPerson(db);
    const ownTrack = await addTrack(db);
    const ownModule = await addModule(db, ownTrack);
    await enrol(db, buyer, ownTrack);
    const first = await addMedia(db, ownModule);
    const second = await addMedia(db, ownModule);
    const captions = first.replace('video.mp4', 'captions.vtt');
    await db.rows(`insert into storage.objects (bucket_id, name) values ('course-media', $1)`, [captions]);
    expect(await seen(buyer)).toEqual([]);
    await db.rows('update public.modules set video_path = $2 where id = $1', [ownModule, first]);
    expect(await seen(buyer)).toEqual([captions, first].toSorted());
    expect(await seen(ids.editor)).toEqual(expect.arrayContaining([first, second]));
    for (const stranger of [ids.tester, ids.learner, ids.manager, ids.gone]) expect(await seen(stranger)).toEqual([]);
  });

  it('are uploaded by editors under a name of their own, and never replaced', async () => {
    const upload = `insert into storage.objects (bucket_id, name) values ('course-media', $1)`;
    const path = `modules/${module}/7d7a1d0e-3f5c-4c1a-9e57-8f3b3a1f0c11/notes.pdf`;
    await asPerson(db.owner, { userId: ids.editor }, async (s) => {
      expect(await s.count(upload, [path])).toBe(1);
      expect(await s.count(`update storage.objects set metadata = '{}' where bucket_id = 'course-media'`)).toBe(0);
      for (const name of [
        'drafts/plan.pdf',
        `modules/${module}/notes.pdf`,
        path.replace('notes.pdf', 'page.html'),
        path.replace('notes.pdf', '../notes.pdf'),
      ]) {
        expect((await s.refusal(upload, [name])).code, name).toBe('42501');
      }
    });
    for (const userId of [ids.tester, ids.support, ids.learner, ids.manager, ids.gone]) {
      expect((await asPerson(db.owner, { userId }, (s) => s.refusal(upload, [path]))).code).toBe('42501');
    }
  });

  it('are removed by editors only while nothing published shows them', async () => {
    const used = await addMedia(db, module);
    const unused = await addMedia(db, module);
    await db.rows('update public.modules set video_path = $2 where id = $1', [module, used]);
    const remove = 'delete from storage.objects where name = $1';
    await asPerson(db.owner, { userId: ids.editor }, async (s) => {
      expect(await s.count(remove, [used])).toBe(0);
      expect(await s.count(remove, [unused])).toBe(1);
    });
    expect(await asPerson(db.owner, { userId: ids.learner }, (s) => s.count(remove, [unused]))).toBe(0);
  });
});
