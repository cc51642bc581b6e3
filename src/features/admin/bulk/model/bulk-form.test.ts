import { expect, it } from 'vitest';
import { bulkKinds } from '../schemas';
import { addressesIn, emptyForm, faultsOf, kindsFor, requestOf } from './bulk-form';

const today = '2026-03-31';
const form = (more: object = {}) => ({ ...emptyForm('enrol', new URLSearchParams('q=asha&track=t1&way=up')), ...more });

it('offers what the rights allow, and nothing without bulk.run and users.read', () => {
  expect(kindsFor(['bulk.run', 'users.read', 'enrolments.manage'], bulkKinds)).toEqual(['enrol', 'extend', 'export']);
  expect(kindsFor(['bulk.run', 'users.read', 'users.manage'], bulkKinds)).toEqual(['mail', 'export']);
  expect(kindsFor(['users.read', 'users.manage', 'enrolments.manage'], bulkKinds)).toEqual([]);
  expect(kindsFor(['bulk.run', 'users.manage'], bulkKinds)).toEqual([]);
});

it('begins with the filters of the list that it was opened from', () => {
  expect(requestOf(form({ track: 't2', until: '2026-12-31' }))).toEqual({
    kind: 'enrol',
    params: { track_id: 't2', until: '2026-12-31' },
    people: { filter: { search: 'asha', track_id: 't1' } },
  });
});

it('finds addresses however they were pasted, each once', () => {
  expect(addressesIn('Asha <A@x.example>, b@x.example; a@x.example\nnobody\r\n\tc@x.example')).toEqual([
    'a@x.example',
    'b@x.example',
    'c@x.example',
  ]);
});

it.each([
  [{}, ['track']],
  [{ track: 't', until: '2026-03-30' }, ['past']],
  [{ track: 't', until: today }, []],
  [{ kind: 'extend', track: 't' }, ['until']],
  [{ kind: 'mail' }, ['subject', 'body']],
  [{ kind: 'mail', subject: 'Hello', body: 'Long enough text' }, []],
  [{ kind: 'export' }, []],
  [{ kind: 'export', by: 'addresses', addresses: 'nobody' }, ['addresses']],
  [
    {
      kind: 'export',
      by: 'addresses',
      addresses: Array.from({ length: 50_001 }, (_, at) => `${at}@x.example`).join(' '),
    },
    ['tooMany'],
  ],
] as [object, string[]][])('names what is wrong: %#', (more, faults) => {
  expect(faultsOf(form(more), today).map(({ fault }) => fault)).toEqual(faults);
});

it('sends only what the operation needs', () => {
  expect(requestOf(form({ kind: 'export', track: 't', subject: 'x' })).params).toEqual({});
  expect(requestOf(form({ kind: 'mail', subject: ' Hello ', body: ' Text text text ' })).params).toEqual({
    subject: 'Hello',
    body: 'Text text text',
  });
});
