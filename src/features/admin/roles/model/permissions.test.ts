import { expect, it } from 'vitest';
import { groupByArea, missingOf } from './permissions';
import { copyOf, draftOf, faultsOf, isChanged, toggled } from './role-draft';

const permission = (id: string) => ({ id, description: `May ${id}` });
const role = {
  id: 'helpers',
  name: 'Helpers',
  description: 'Help',
  system: false,
  version: 1,
  permissions: ['leads.read', 'users.read'],
  holders: 0,
};

it('groups permissions by area, people first, unknown ones last', () => {
  const groups = groupByArea(['zoo.feed', 'leads.read', 'users.read', 'users.manage'].map(permission));
  expect(groups.map(({ id, area, permissions }) => [id, area, permissions.map((each) => each.id)])).toEqual([
    ['users', 'users', ['users.read', 'users.manage']],
    ['leads', 'leads', ['leads.read']],
    ['zoo', null, ['zoo.feed']],
  ]);
});

it('names what somebody lacks of a role', () => {
  expect(missingOf(role.permissions, ['leads.read'])).toEqual(['users.read']);
  expect(missingOf(role.permissions, ['users.read', 'leads.read'])).toEqual([]);
});

it('copies of a role what the person holds', () => {
  expect(copyOf(role, 'Copy of Helpers', ['leads.read'])).toEqual({
    name: 'Copy of Helpers',
    description: 'Help',
    permissions: ['leads.read'],
  });
});

it('says what is wrong with a role before it is sent', () => {
  expect(faultsOf(draftOf(role))).toEqual([]);
  expect(faultsOf({ name: ' a ', description: 'x'.repeat(301), permissions: [] })).toEqual([
    'invalid_name',
    'invalid_description',
    'permissions_needed',
  ]);
});

it('knows whether anything is changed, whatever the order of the permissions', () => {
  const draft = draftOf(role);
  const once = toggled(draft, 'leads.read');
  expect([draft, once, toggled(once, 'leads.read')].map((each) => isChanged(each, role))).toEqual([false, true, false]);
  expect(isChanged({ ...draft, name: 'Others' }, role)).toBe(true);
});
