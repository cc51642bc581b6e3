import { describe, expect, it } from 'vitest';
import { addPerson } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

describe('signing up', () => {
  it('creates a profile with the contact details from the form', async () => {
    const id = await addPerson(db, {
      email: 'new@example.com',
      metadata: {
        full_name: '  Zoë D’Souza ',
        phone: '+91 98',
        organization: 'Acme',
        designation: '',
        location: 'Pune',
      },
    });
    expect(
      await db.rows(
        'select email, full_name, phone, organization, designation, location, kind, status from public.profiles where user_id = $1',
        [id],
      ),
    ).toEqual([
      {
        email: 'new@example.com',
        full_name: 'Zoë D’Souza',
        phone: '+91 98',
        organization: 'Acme',
        designation: null,
        location: 'Pune',
        kind: 'learner',
        status: 'active',
      },
    ]);
  });

  it('makes everybody a learner, whatever kind, role or status the browser sends', async () => {
    const id = await addPerson(db, {
      metadata: { kind: 'staff', role: 'super-admin', status: 'active', roles: ['super-admin'] },
    });
    expect(await db.value('select kind from public.profiles where user_id = $1', [id])).toBe('learner');
    expect(await db.rows('select * from public.staff_roles where user_id = $1', [id])).toEqual([]);
  });

  it('records which version of terms and privacy notice was accepted', async () => {
    const id = await addPerson(db, { metadata: { consent_version: '2026-04' } });
    expect(
      await db.rows('select document, version from public.consents where user_id = $1 order by document', [id]),
    ).toEqual([
      { document: 'privacy', version: '2026-04' },
      { document: 'terms', version: '2026-04' },
    ]);
  });

  it('records no consent where none was given', async () => {
    const id = await addPerson(db);
    expect(await db.rows('select * from public.consents where user_id = $1', [id])).toEqual([]);
  });

  it('survives metadata that is too long or of the wrong type', async () => {
    const id = await addPerson(db, {
      metadata: { full_name: 'x'.repeat(5000), phone: { a: 1 }, consent_version: 'v'.repeat(500) },
    });
    expect(await db.value('select length(full_name) from public.profiles where user_id = $1', [id])).toBe(200);
  });

  it('keeps the e-mail of the profile equal to that of the login', async () => {
    const id = await addPerson(db);
    await db.rows(`update auth.users set email = 'moved@example.com' where id = $1`, [id]);
    expect(await db.value('select email from public.profiles where user_id = $1', [id])).toBe('moved@example.com');
  });
});
