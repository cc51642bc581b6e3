import { beforeAll, describe, expect, it } from 'vitest';
import { addModule, addPerson, addStaff, addTrack, enrol, insert } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person, type Session } from '../support/people.ts';

const db = useDatabase();
const as = <T>(person: Person | string, run: (s: Session) => Promise<T>) =>
  asPerson(db.owner, typeof person === 'string' ? { userId: person } : person, run);

let learner = '';
let other = '';
let module = '';

beforeAll(async () => {
  learner = await addPerson(db);
  other = await addPerson(db);
  const track = await addTrack(db);
  module = await addModule(db, track);
  await db.rows('update public.modules set video_path = $2 where id = $1', [module, `modules/${module}/video.mp4`]);
  await enrol(db, learner, track);
  for (const [bucket_id, name] of [
    ['course-media', `modules/${module}/video.mp4`],
    ['course-media', `modules/${module}/next.mp4`],
    ['identity-documents', `${learner}/passport.png`],
    ['certificates', `${learner}/AIR-1.pdf`],
    ['avatars', `${learner}/me.png`],
  ]) {
    await insert(db, 'storage.objects', { bucket_id, name });
  }
});

const seen = (person: Person | string) =>
  as(person, async (s) =>
    (await s.rows('select bucket_id, name from storage.objects order by bucket_id, name')).map(
      (row) => `${String(row.bucket_id)}:${String(row.name)}`,
    ),
  );
const upload = 'insert into storage.objects (bucket_id, name) values ($1, $2)';

describe('files', () => {
  it('are seen by the person whose folder they are in and by learners of their module', async () => {
    expect(await seen(learner)).toEqual([
      `avatars:${learner}/me.png`,
      `certificates:${learner}/AIR-1.pdf`,
      `course-media:modules/${module}/video.mp4`,
      `identity-documents:${learner}/passport.png`,
    ]);
    expect(await seen(other)).toEqual([]);
  });

  it('are seen by staff as far as a permission opens them', async () => {
    expect(await seen(await addStaff(db, ['certificates.read']))).toEqual([`certificates:${learner}/AIR-1.pdf`]);
    expect(await seen(await addStaff(db, ['catalogue.manage']))).toEqual([
      `course-media:modules/${module}/next.mp4`,
      `course-media:modules/${module}/video.mp4`,
    ]);
    expect(await seen(await addStaff(db, ['users.read', 'users.manage']))).toEqual([]);
  });

  it('of identity are seen by a reviewer who opened the document, as the audit log has it, and only that one, for a moment', async () => {
    const reviewer = await addStaff(db, ['identity.review']);
    const colleague = await addStaff(db, ['identity.review']);
    await insert(db, 'storage.objects', { bucket_id: 'identity-documents', name: `${other}/passport.png` });
    const document = await insert(
      db,
      'public.identity_verifications',
      { user_id: learner, document_path: `${learner}/passport.png`, document_kind: 'passport' },
      'id',
    );
    expect(await seen(reviewer)).toEqual([]);
    await as(reviewer, async (s) => {
      await s.value('select public.open_identity_document($1)', [document]);
      expect(await s.rows('select name from storage.objects')).toEqual([{ name: `${learner}/passport.png` }]);
    });
    await db.rows(
      `select private.audit('identity.opened', 'profile', $1, jsonb_build_object('document_id', $2::text), $3)`,
      [learner, document, reviewer],
    );
    expect(await seen(reviewer)).toEqual([`identity-documents:${learner}/passport.png`]);
    expect(await seen(colleague)).toEqual([]);
    // Whoever loses the right sees nothing of what they opened.
    await db.rows('delete from public.staff_roles where user_id = $1', [reviewer]);
    expect(await seen(reviewer)).toEqual([]);
    const late = await addStaff(db, ['identity.review']);
    await db.rows(
      `select private.audit('identity.opened', 'profile', $1, jsonb_build_object('document_id', $2::text), $3, now() - interval '3 minutes')`,
      [learner, document, late],
    );
    expect(await seen(late)).toEqual([]);
    await db.rows(`delete from storage.objects where name = $1`, [`${other}/passport.png`]);
    await db.rows('delete from public.identity_verifications where id = $1', [document]);
  });

  it('are not seen by visitors or by a suspended person', async () => {
    expect(await as({}, (s) => s.rows('select name from storage.objects').catch(() => []))).toEqual([]);
    const suspended = await addPerson(db);
    await insert(db, 'storage.objects', { bucket_id: 'avatars', name: `${suspended}/me.png` });
    expect((await seen(suspended)).length).toBe(1);
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [suspended]);
    expect(await seen(suspended)).toEqual([]);
  });

  it('are uploaded to own folders of avatars and identity documents only', async () => {
    await as(learner, async (s) => {
      expect(await s.count(upload, ['avatars', `${learner}/new.png`])).toBe(1);
      expect(await s.count(upload, ['identity-documents', `${learner}/new.png`])).toBe(1);
      for (const [bucket, name] of [
        ['avatars', `${other}/new.png`],
        ['identity-documents', `${other}/new.png`],
        ['identity-documents', 'new.png'],
        ['certificates', `${learner}/forged.pdf`],
        ['course-media', `modules/${module}/video2.mp4`],
      ]) {
        expect((await s.refusal(upload, [bucket, name])).code, `${String(bucket)}/${String(name)}`).toBe('42501');
      }
    });
    const editor = await addStaff(db, ['catalogue.manage']);
    expect(await as(editor, (s) => s.count(upload, ['course-media', `modules/${module}/${other}/notes.pdf`]))).toBe(1);
  });

  it('are replaced and moved only within own avatars', async () => {
    await as(learner, async (s) => {
      expect(await s.count(`update storage.objects set metadata = '{}'`)).toBe(1);
      expect((await s.refusal(`update storage.objects set name = $1`, [`${other}/me.png`])).code).toBe('42501');
      expect((await s.refusal(`update storage.objects set bucket_id = 'certificates'`)).code).toBe('42501');
    });
  });

  it('stand in private buckets with limits of size and type', async () => {
    expect(
      await db.rows(
        'select id from storage.buckets where public or file_size_limit is null or allowed_mime_types is null',
      ),
    ).toEqual([]);
    expect(await db.value('select count(*) from storage.buckets')).toBe(5);
  });
});
