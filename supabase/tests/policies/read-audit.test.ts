import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addRole, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const ids = { auditor: '', clerk: '', keeper: '', learner: '', manager: '', gone: '' };

beforeAll(async () => {
  Object.assign(ids, {
    auditor: await addStaff(db, ['audit.read']),
    clerk: await addStaff(db, ['users.read', 'users.manage', 'settings.manage']),
    keeper: await addStaff(db, ['roles.manage']),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, { roles: [await addRole(db, ['audit.read'])], status: 'suspended' }),
  });
  await db.rows(`select private.audit('thing.done', 'thing', '1', '{}', null)`);
});

describe.each([
  'public.list_audit()',
  'public.get_audit_entry(1)',
  `public.find_actors('asha')`,
  'public.check_audit_chain()',
])('%s', (call) => {
  const sql = `select ${call}`;

  it('is for staff with audit.read', async () => {
    expect(await asPerson(db.owner, { userId: ids.auditor }, (s) => s.rows(sql))).toHaveLength(1);
  });

  it('is refused to the rest', async () => {
    for (const userId of [ids.clerk, ids.keeper, ids.learner, ids.manager, ids.gone]) {
      expect(await asPerson(db.owner, { userId }, (s) => s.refusal(sql))).toEqual({
        code: '42501',
        message: 'not_allowed',
      });
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const person of [{}, { role: 'service_role' as const }]) {
      expect(await asPerson(db.owner, person, (s) => s.refusal(sql))).toMatchObject({ code: '42501' });
    }
  });
});

it.each([
  `private.find_audit_rows(null, null, null, null, null, null, null, false, 1)`,
  `private.audit_subject_name('profile', 'x')`,
  'private.broken_audit_row()',
])('%s is out of reach of people', async (call) => {
  expect(await asPerson(db.owner, { userId: ids.auditor }, (s) => s.refusal(`select ${call}`))).toMatchObject({
    code: '42501',
  });
});
