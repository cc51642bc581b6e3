import type { BulkKind } from '../schemas';

/** The right that an operation asks for beside `bulk.run` and `users.read`. */
const needs: Record<BulkKind, string> = {
  enrol: 'enrolments.manage',
  extend: 'enrolments.manage',
  mail: 'users.manage',
  export: 'users.read',
};

export const kindsFor = (permissions: readonly string[], kinds: readonly BulkKind[]): BulkKind[] =>
  ['bulk.run', 'users.read'].every((permission) => permissions.includes(permission))
    ? kinds.filter((kind) => permissions.includes(needs[kind]))
    : [];

/** As the list of people calls its filters in the address. */
export const filterNames = ['q', 'kind', 'status', 'track', 'enrolment', 'identity'] as const;
export type FilterName = (typeof filterNames)[number];
export type PeopleFilter = Record<FilterName, string>;

export type BulkForm = {
  kind: BulkKind;
  track: string;
  until: string;
  subject: string;
  body: string;
  by: 'filter' | 'addresses';
  filter: PeopleFilter;
  addresses: string;
};

export function emptyForm(kind: BulkKind, search: URLSearchParams): BulkForm {
  const given = (name: FilterName) => search.get(name)?.slice(0, 200) ?? '';
  return {
    kind,
    track: '',
    until: '',
    subject: '',
    body: '',
    by: 'filter',
    filter: {
      q: given('q'),
      kind: given('kind'),
      status: given('status'),
      track: given('track'),
      enrolment: given('enrolment'),
      identity: given('identity'),
    },
    addresses: '',
  };
}

const mostPeople = 50_000;

/** Addresses in any of the ways in which people paste them: by line, comma, semicolon, or as `Name <address>`. */
export function addressesIn(text: string): string[] {
  const found = text.split(/[\s,;<>]+/).filter((word) => word.includes('@'));
  return [...new Set(found.map((address) => address.toLowerCase()))];
}

export type BulkFault = { field: 'track' | 'until' | 'subject' | 'body' | 'addresses'; fault: string };

/** What is wrong with it, before the server is asked; `today` is the day in India. */
export function faultsOf(form: BulkForm, today: string): BulkFault[] {
  const faults: BulkFault[] = [];
  const withTrack = form.kind === 'enrol' || form.kind === 'extend';
  if (withTrack && form.track === '') faults.push({ field: 'track', fault: 'track' });
  if (form.kind === 'extend' && form.until === '') faults.push({ field: 'until', fault: 'until' });
  if (withTrack && form.until !== '' && form.until < today) faults.push({ field: 'until', fault: 'past' });
  const subject = form.subject.trim().length;
  const body = form.body.trim().length;
  if (form.kind === 'mail' && (subject < 3 || subject > 150)) faults.push({ field: 'subject', fault: 'subject' });
  if (form.kind === 'mail' && (body < 10 || body > 5000)) faults.push({ field: 'body', fault: 'body' });
  if (form.by === 'addresses') {
    const count = addressesIn(form.addresses).length;
    if (count === 0) faults.push({ field: 'addresses', fault: 'addresses' });
    if (count > mostPeople) faults.push({ field: 'addresses', fault: 'tooMany' });
  }
  return faults;
}

export type BulkRequest = {
  kind: BulkKind;
  params: Record<string, string>;
  people: { emails: string[] } | { filter: Record<string, string> };
};

const filled = (entries: [string, string][]) => Object.fromEntries(entries.filter(([, value]) => value !== ''));

/** As the database takes it. */
export function requestOf(form: BulkForm): BulkRequest {
  const { q, kind, status, track, enrolment, identity } = form.filter;
  const params =
    form.kind === 'mail'
      ? { subject: form.subject.trim(), body: form.body.trim() }
      : form.kind === 'export'
        ? {}
        : filled([
            ['track_id', form.track],
            ['until', form.until],
          ]);
  return {
    kind: form.kind,
    params,
    people:
      form.by === 'addresses'
        ? { emails: addressesIn(form.addresses) }
        : {
            filter: filled([
              ['search', q.trim()],
              ['kind', kind],
              ['status', status],
              ['track_id', track],
              ['enrolment', enrolment],
              ['identity', identity],
            ]),
          },
  };
}
