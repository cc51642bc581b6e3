import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { fill } from '~/testing/fill';
import { openConsole, refused, serveRpc } from '~/testing/console';
import { aPage, aPersonDetail, anEnrolment } from '~/testing/people';
import type { PersonDetail } from '../../schemas';
import UsersPage from '../users-page';
import UserDrawer from './user-drawer';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const pages = (
  <Route path="/admin/users" element={<UsersPage />}>
    <Route path=":userId" element={<UserDrawer />} />
  </Route>
);
type Answers = Parameters<typeof serveRpc>[0];
async function open(person: PersonDetail, permissions: string[], answers: Answers = {}, tab = '') {
  const server = serveRpc({ tracks: () => [], list_users: () => aPage([]), get_user: () => person, ...answers });
  const view = openConsole(pages, `/admin/users/${person.id}${tab}`, ['users.read', ...permissions]);
  await screen.findByRole('tab', { name: 'Profile' }, patience);
  return { ...view, server };
}
const dialog = (name: string | RegExp) => within(screen.getByRole('dialog', { name }));
const document = {
  id: 'd1',
  document_kind: 'passport',
  handed_in_at: '2026-04-01T06:00:00Z',
  reviewed_at: null,
  reviewer_name: null,
  note: null,
  earlier: 0,
};

it('has only the sections that the permissions open, and reads one when it is opened', async () => {
  const { user, server, address } = await open(aPersonDetail(), ['payments.read'], { user_payments: () => [] });
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    'Profile',
    'Enrolments',
    'Mock tests',
    'Payments',
    'Timeline',
  ]);
  expect(server.asked('user_payments')).toHaveLength(0);
  await user.click(screen.getByRole('tab', { name: 'Payments' }));
  expect(await screen.findByText('No orders', undefined, patience)).toBeVisible();
  expect(address()).toContain('tab=payments');
  expect(server.asked('user_exams')).toHaveLength(0);
});

it('opens a section that the address names, and the profile for one that is closed', async () => {
  const { server } = await open(aPersonDetail(), [], {}, '?tab=exams');
  expect(screen.getByRole('tab', { name: 'Profile' })).toHaveAttribute('aria-selected', 'true');
  expect(server.asked('user_exams')).toHaveLength(0);
});

it('suspends with a reason, and not without one', async () => {
  const { user, server } = await open(aPersonDetail(), ['users.manage'], { suspend_person: () => null });
  await user.click(screen.getByRole('button', { name: 'Suspend the account' }));
  const ask = dialog('Suspend Asha Rao?');
  await user.click(ask.getByRole('button', { name: 'Suspend the account' }));
  expect(ask.getByText('Say why, in at least 3 letters.')).toBeVisible();
  expect(server.asked('suspend_person')).toHaveLength(0);
  await fill(user, ask.getByLabelText(/Reason/), 'Shared the account');
  await user.click(ask.getByRole('button', { name: 'Suspend the account' }));
  await waitFor(() => expect(server.asked('suspend_person')).toHaveLength(1));
  expect(server.asked('suspend_person')[0]).toMatchObject({ p_reason: 'Shared the account' });
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Suspend Asha Rao?' })).toBeNull());
  expect(await screen.findByText('The account is suspended.', undefined, patience)).toBeVisible();
});

it('keeps the dialog and says why when the act is refused', async () => {
  const { user } = await open(aPersonDetail(), ['users.manage'], {
    suspend_person: () => refused('last_super_admin'),
  });
  await user.click(screen.getByRole('button', { name: 'Suspend the account' }));
  await fill(user, dialog('Suspend Asha Rao?').getByLabelText(/Reason/), 'A reason');
  await user.click(dialog('Suspend Asha Rao?').getByRole('button', { name: 'Suspend the account' }));
  expect(await screen.findByText('The last super-admin cannot be suspended.', undefined, patience)).toBeVisible();
});

it('says why an account is beyond reach in place of the button', async () => {
  await open(aPersonDetail({ kind: 'staff', beyond_reach: 'beyond_own_rights' }), ['users.manage']);
  expect(screen.getByText(/hold at least the same permissions/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Suspend the account' })).toBeNull();
});

it('corrects a name and says that certificates keep theirs', async () => {
  const { user, server } = await open(aPersonDetail({ certified: true }), ['users.manage'], {
    correct_name: () => null,
  });
  await user.click(screen.getByRole('button', { name: 'Correct the name' }));
  const ask = dialog('Correct the name');
  expect(ask.getByText(/Certificates keep the name/)).toBeVisible();
  const field = ask.getByLabelText(/Full name/);
  await fill(user, ask.getByLabelText(/Reason/), 'A typing mistake');
  await user.click(ask.getByRole('button', { name: 'Save the name' }));
  expect(ask.getByText('This is the name already.')).toBeVisible();
  await fill(user, field, ' Asha  R. Rao ');
  await user.click(ask.getByRole('button', { name: 'Save the name' }));
  await waitFor(() =>
    expect(server.asked('correct_name')).toMatchObject([{ p_full_name: 'Asha R. Rao', p_reason: 'A typing mistake' }]),
  );
});

it('shows a document on demand through a link of a minute, and decides on it', async () => {
  const { user, server } = await open(aPersonDetail({ identity: 'waiting', document }), ['identity.review'], {
    open_identity_document: () => ({ path: 'p1/card.png', type: 'image/png' }),
    'card.png': () => ({ signedURL: '/object/sign/identity-documents/p1/card.png?token=t' }),
    review_identity: () => null,
  });
  expect(screen.queryByRole('img')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show the document' }));
  const image = await screen.findByRole('img', { name: 'Identity document of Asha Rao' }, patience);
  expect(image).toHaveAttribute('src', expect.stringContaining('token=t'));
  expect(server.asked('open_identity_document')).toEqual([{ p_document_id: 'd1' }]);
  expect(server.asked('card.png')).toEqual([{ expiresIn: 60 }]);
  await user.click(screen.getByRole('button', { name: 'Refuse' }));
  const ask = dialog('Refuse the document?');
  expect(ask.getByText('The person reads the reason')).toBeVisible();
  await fill(user, ask.getByLabelText(/Reason/), 'Not readable');
  await user.click(ask.getByRole('button', { name: 'Refuse the document' }));
  await waitFor(() =>
    expect(server.asked('review_identity')).toEqual([
      { p_document_id: 'd1', p_verified: false, p_reason: 'Not readable' },
    ]),
  );
});

it('puts a PDF into a frame that may do nothing', async () => {
  const { user } = await open(aPersonDetail({ identity: 'waiting', document }), ['identity.review'], {
    open_identity_document: () => ({ path: 'p1/card.pdf', type: 'application/pdf' }),
    'card.pdf': () => ({ signedURL: '/object/sign/identity-documents/p1/card.pdf?token=t' }),
  });
  await user.click(screen.getByRole('button', { name: 'Show the document' }));
  expect(await screen.findByTitle('Identity document of Asha Rao', undefined, patience)).toHaveAttribute('sandbox', '');
});

it('shows no document and no decision to who may not review', async () => {
  await open(aPersonDetail({ identity: 'waiting' }), ['users.manage']);
  expect(screen.getByText('Only staff who decide on documents can see it.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Verify' })).toBeNull();
});

it('adds exam attempts on top of those that were seen', async () => {
  const { user, server } = await open(
    aPersonDetail(),
    ['enrolments.manage'],
    { user_enrolments: () => [anEnrolment()], add_exam_attempts: () => 3 },
    '?tab=enrolments',
  );
  await user.click(await screen.findByRole('button', { name: 'Add exam attempts' }, patience));
  const ask = dialog('Add exam attempts in AI Foundations');
  expect(ask.getByText(/1 of 3 attempts are used/)).toBeVisible();
  const field = ask.getByLabelText(/How many/);
  await fill(user, field, '11');
  await fill(user, ask.getByLabelText(/Reason/), 'The line broke');
  await user.click(ask.getByRole('button', { name: 'Add the attempts' }));
  expect(ask.getByText('Enter a whole number from 1 to 10.')).toBeVisible();
  await fill(user, field, '2');
  await user.click(ask.getByRole('button', { name: 'Add the attempts' }));
  await waitFor(() =>
    expect(server.asked('add_exam_attempts')).toEqual([
      { p_enrolment_id: anEnrolment().id, p_count: 2, p_seen: 1, p_reason: 'The line broke' },
    ]),
  );
});

it('says that an enrolment is revoked, although nothing more can be done with it then', async () => {
  let enrolment = anEnrolment();
  const { user, server } = await open(
    aPersonDetail(),
    ['enrolments.manage'],
    {
      user_enrolments: () => [enrolment],
      revoke_enrolment: () => {
        enrolment = anEnrolment({ state: 'revoked' });
        return null;
      },
    },
    '?tab=enrolments',
  );
  await user.click(await screen.findByRole('button', { name: 'Revoke' }, patience));
  await fill(user, dialog(/^Revoke/).getByLabelText(/Reason/), 'Charged back');
  await user.click(dialog(/^Revoke/).getByRole('button', { name: 'Revoke the enrolment' }));
  expect(await screen.findByText('The enrolment is revoked.', undefined, patience)).toBeVisible();
  expect(server.asked('revoke_enrolment')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Revoke' })).toBeNull();
});

it('shows readers enrolments and nothing to change', async () => {
  await open(aPersonDetail(), [], { user_enrolments: () => [anEnrolment()] }, '?tab=enrolments');
  expect(await screen.findByText('25% (1 of 4 modules)', undefined, patience)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Revoke' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Grant an enrolment' })).toBeNull();
});

it('tells the timeline with who, why and what changed', async () => {
  await open(
    aPersonDetail(),
    ['audit.read'],
    {
      user_timeline: () => ({
        source: 'audit',
        next: null,
        rows: [
          {
            id: 7,
            at: '2026-04-02T06:00:00Z',
            action: 'person.suspended',
            actor: 'u1',
            actor_name: 'Nila Iyer',
            reason: 'Shared the account',
            before: { status: 'active' },
            after: { status: 'suspended' },
          },
        ],
      }),
    },
    '?tab=timeline',
  );
  const entry = within(await screen.findByRole('list', { name: 'Timeline' }, patience)).getAllByRole('listitem')[0];
  expect(entry).toHaveTextContent('Account suspended');
  expect(entry).toHaveTextContent('Nila Iyer');
  expect(entry).toHaveTextContent('Reason: Shared the account');
  expect(entry).toHaveTextContent('status: active → suspended');
});

it('says that there is no such person', async () => {
  serveRpc({ tracks: () => [], list_users: () => aPage([]), get_user: () => refused('person_not_found') });
  openConsole(pages, '/admin/users/00000000-0000-4000-8000-000000000999', ['users.read']);
  expect(await screen.findByRole('heading', { name: 'This person is not there' }, patience)).toBeVisible();
});

it('closes to the list with its filters', async () => {
  const { user, address } = await open(aPersonDetail(), [], {}, '?q=asha');
  await user.click(dialog('Asha Rao').getByRole('button', { name: 'Close' }));
  expect(address()).toBe('/admin/users?q=asha');
});
