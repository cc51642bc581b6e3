import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addStaff, insert } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person, type Session } from '../support/people.ts';

const db = useDatabase();
const as = <T>(person: Person | string, run: (s: Session) => Promise<T>) =>
  asPerson(db.owner, typeof person === 'string' ? { userId: person } : person, run);
let asha = '';
let ravi = '';

beforeAll(async () => {
  asha = await addPerson(db, { email: 'asha@example.com', name: 'Asha', metadata: { consent_version: '1' } });
  ravi = await addPerson(db, { email: 'ravi@example.com', name: 'Ravi', metadata: { consent_version: '1' } });
});

describe('profiles', () => {
  it('are read by their person and by staff with users.read, not by others', async () => {
    expect(await as(asha, (s) => s.rows('select email from public.profiles'))).toEqual([{ email: 'asha@example.com' }]);
    expect(
      await as(await addStaff(db, ['users.read']), (s) =>
        s.value('select count(*) from public.profiles where user_id = any ($1)', [[asha, ravi]]),
      ),
    ).toBe(2);
    expect(
      await as(await addStaff(db, ['audit.read']), (s) =>
        s.value('select count(*) from public.profiles where user_id = any ($1)', [[asha, ravi]]),
      ),
    ).toBe(0);
    expect((await as({}, (s) => s.refusal('select email from public.profiles'))).code).toBe('42501');
  });

  it('let a person edit the own name and contact, nobody else’s', async () => {
    expect(
      await as(asha, (s) =>
        s.count(
          `update public.profiles set full_name = 'Asha R', phone = '+91', bio = 'x', location = 'Pune' where user_id = $1`,
          [asha],
        ),
      ),
    ).toBe(1);
    expect(
      await as(asha, (s) => s.count(`update public.profiles set full_name = 'Gotcha' where user_id = $1`, [ravi])),
    ).toBe(0);
  });

  it.each([
    "kind = 'staff'",
    "status = 'active'",
    "email = 'x@y.z'",
    'user_id = gen_random_uuid()',
    'joined_at = now()',
  ])('do not let a person set %s', async (change) => {
    expect(
      (await as(asha, (s) => s.refusal(`update public.profiles set ${change} where user_id = $1`, [asha]))).code,
    ).toBe('42501');
  });

  it('are neither made nor removed through the API', async () => {
    expect(
      (await as(asha, (s) => s.refusal(`insert into public.profiles (user_id, email) values ($1, 'a')`, [asha]))).code,
    ).toBe('42501');
    expect((await as(asha, (s) => s.refusal('delete from public.profiles'))).code).toBe('42501');
  });

  it('take a photo only from the person’s own folder', async () => {
    expect(
      await as(asha, (s) =>
        s.count('update public.profiles set photo_path = $2 where user_id = $1', [asha, `${asha}/me.png`]),
      ),
    ).toBe(1);
    expect(
      (
        await as(asha, (s) =>
          s.refusal('update public.profiles set photo_path = $2 where user_id = $1', [asha, `${ravi}/me.png`]),
        )
      ).code,
    ).toBe('23514');
  });
});

describe('consents', () => {
  it('are read by their person and staff with users.read, and written by nobody', async () => {
    expect(await as(asha, (s) => s.value('select count(*) from public.consents'))).toBe(2);
    expect(
      await as(await addStaff(db, ['users.read']), (s) =>
        s.value('select count(*) from public.consents where user_id = $1', [asha]),
      ),
    ).toBe(2);
    expect(
      (
        await as(asha, (s) =>
          s.refusal(`insert into public.consents (user_id, document, version) values ($1, 'terms', '9')`, [asha]),
        )
      ).code,
    ).toBe('42501');
    expect((await as(asha, (s) => s.refusal(`update public.consents set version = '9'`))).code).toBe('42501');
  });
});

describe('identity verifications', () => {
  const handIn =
    "insert into public.identity_verifications (user_id, document_path, document_kind) values ($1, $2, 'passport')";

  const upload = (...paths: string[]) =>
    db.rows(
      `insert into storage.objects (bucket_id, name) select 'identity-documents', unnest($1::text[]) on conflict do nothing`,
      [paths],
    );

  it('are handed in by their person, from the own folder, and wait for review', async () => {
    await upload(`${asha}/passport.png`, `${asha}/again.png`);
    await as(asha, async (s) => {
      expect(await s.count(handIn, [asha, `${asha}/passport.png`])).toBe(1);
      await s.rows(`insert into public.identity_verifications (document_path, document_kind) values ($1, 'passport')`, [
        `${asha}/again.png`,
      ]);
      expect(await s.rows('select user_id, status from public.identity_verifications')).toEqual([
        { user_id: asha, status: 'pending' },
        { user_id: asha, status: 'pending' },
      ]);
    });
  });

  it('are refused without a file, and without a name to check it against', async () => {
    expect((await as(asha, (s) => s.refusal(handIn, [asha, `${asha}/nothing.png`]))).message).toBe('document_missing');
    const nameless = await addPerson(db, { name: '' });
    await upload(`${nameless}/passport.png`);
    expect((await as(nameless, (s) => s.refusal(handIn, [nameless, `${nameless}/passport.png`]))).message).toBe(
      'name_missing',
    );
  });

  it('fix the name: what was checked is what a certificate says', async () => {
    const person = await addPerson(db);
    const rename = `update public.profiles set full_name = 'Somebody Else' where user_id = $1`;
    await upload(`${person}/passport.png`);
    await as(person, async (s) => {
      await s.rows(handIn, [person, `${person}/passport.png`]);
      expect((await s.refusal(rename, [person])).message).toBe('name_fixed');
      expect(
        await s.count(`update public.profiles set bio = 'x', full_name = full_name where user_id = $1`, [person]),
      ).toBe(1);
    });
    await insert(db, 'public.identity_verifications', {
      user_id: person,
      document_path: `${person}/p.png`,
      document_kind: 'passport',
      status: 'rejected',
    });
    expect(await as(person, (s) => s.count(rename, [person]))).toBe(1);
  });

  it('are refused for somebody else or from somebody else’s folder', async () => {
    expect((await as(asha, (s) => s.refusal(handIn, [ravi, `${ravi}/passport.png`]))).code).toBe('42501');
    expect((await as(asha, (s) => s.refusal(handIn, [asha, `${ravi}/passport.png`]))).code).toBe('23514');
    expect((await as({}, (s) => s.refusal(handIn, [asha, `${asha}/passport.png`]))).code).toBe('42501');
  });

  it('are never verified by their person', async () => {
    const path = `${asha}/p.png`;
    expect(
      (
        await as(asha, (s) =>
          s.refusal(
            `insert into public.identity_verifications (user_id, document_path, document_kind, status) values ($1, $2, 'passport', 'verified')`,
            [asha, path],
          ),
        )
      ).code,
    ).toBe('42501');
    await upload(path);
    await as(asha, async (s) => {
      await s.rows(handIn, [asha, path]);
      expect((await s.refusal(`update public.identity_verifications set status = 'verified'`)).code).toBe('42501');
      expect((await s.refusal('delete from public.identity_verifications')).code).toBe('42501');
    });
  });

  it('are read by their person and by staff with identity.review', async () => {
    await insert(db, 'public.identity_verifications', {
      user_id: ravi,
      document_path: `${ravi}/id.png`,
      document_kind: 'passport',
    });
    const count = 'select count(*) from public.identity_verifications where user_id = $1';
    expect(await as(ravi, (s) => s.value(count, [ravi]))).toBe(1);
    expect(await as(asha, (s) => s.value(count, [ravi]))).toBe(0);
    expect(await as(await addStaff(db, ['identity.review']), (s) => s.value(count, [ravi]))).toBe(1);
    expect(await as(await addStaff(db, ['users.read']), (s) => s.value(count, [ravi]))).toBe(0);
  });
});

describe('institutions', () => {
  it('are seen, with managers and students, by their managers and staff with institutions.read, not by others', async () => {
    const manager = await addPerson(db, { kind: 'institution' });
    const rival = await addPerson(db, { kind: 'institution' });
    const mine = await addInstitution(db, [manager]);
    await addInstitution(db, [rival]);
    await insert(db, 'public.institution_students', { institution_id: mine, email: 'asha@example.com', user_id: asha });
    await insert(db, 'public.institution_students', { institution_id: mine, email: 'later@example.com' });
    const seen = (person: string) =>
      as(person, async (s) => ({
        institutions: await s.value('select count(*) from public.institutions where id = $1', [mine]),
        managers: await s.value('select count(*) from public.institution_managers where institution_id = $1', [mine]),
        students: await s.value('select count(*) from public.institution_students where institution_id = $1', [mine]),
      }));

    expect(await seen(manager)).toEqual({ institutions: 1, managers: 1, students: 2 });
    expect(await seen(await addStaff(db, ['institutions.read']))).toEqual({
      institutions: 1,
      managers: 1,
      students: 2,
    });
    expect(await seen(rival)).toEqual({ institutions: 0, managers: 0, students: 0 });
    expect(await seen(asha)).toEqual({ institutions: 0, managers: 0, students: 1 });
    expect(await as(manager, (s) => s.value('select count(*) from public.institutions'))).toBe(1);
    expect((await as({}, (s) => s.refusal('select * from public.institution_students'))).code).toBe('42501');
  });

  it('are lost from sight when they are suspended, and to a manager who is', async () => {
    const manager = await addPerson(db, { kind: 'institution' });
    const institution = await addInstitution(db, [manager]);
    const count = () => as(manager, (s) => s.value('select count(*) from public.institutions'));
    expect(await count()).toBe(1);
    await db.rows(`update public.institutions set status = 'suspended' where id = $1`, [institution]);
    expect(await count()).toBe(0);
    await db.rows(`update public.institutions set status = 'active' where id = $1`, [institution]);
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [manager]);
    expect(await count()).toBe(0);
  });

  it('are not joined, enlarged or filled by their own managers', async () => {
    const manager = await addPerson(db, { kind: 'institution' });
    const institution = await addInstitution(db, [manager]);
    for (const [statement, values] of [
      [`update public.institutions set name = 'Ours'`, []],
      ['insert into public.institution_managers (institution_id, user_id) values ($1, $2)', [institution, asha]],
      [`insert into public.institution_students (institution_id, email) values ($1, 'a@b.c')`, [institution]],
    ] satisfies [string, unknown[]][]) {
      expect((await as(manager, (s) => s.refusal(statement, values))).code, statement).toBe('42501');
    }
  });
});

describe('a suspended person', () => {
  it('sees no row and changes none, but is told why', async () => {
    const person = await addPerson(db, { roles: ['super-admin'], metadata: { consent_version: '1' } });
    await addPerson(db, { roles: ['super-admin'] });
    expect(await as(person, (s) => s.value(`select public.my_access() -> 'permissions'`))).toContain('roles.manage');
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [person]);
    await as(person, async (s) => {
      for (const table of [
        'profiles',
        'consents',
        'identity_verifications',
        'staff_roles',
        'roles',
        'institutions',
        'enrolments',
        'test_attempts',
      ]) {
        expect(await s.value(`select count(*) from public.${table}`), table).toBe(0);
      }
      expect(await s.count(`update public.profiles set full_name = 'x'`)).toBe(0);
      expect(
        (
          await s.refusal(
            `insert into public.identity_verifications (document_path, document_kind) values ($1, 'passport')`,
            [`${person}/x.png`],
          )
        ).code,
      ).toBe('42501');
      expect(await s.value('select public.my_access()')).toEqual({
        kind: 'staff',
        status: 'suspended',
        permissions: [],
        institutions: [],
      });
    });
  });
});
