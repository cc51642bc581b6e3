import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { fill } from '~/testing/fill';
import { openConsole, refused, serveRpc } from '~/testing/console';
import { anInstitutionDetail } from '~/testing/institutions';
import type { InstitutionDetail } from '../../schemas';
import InstitutionsPage from '../institutions-page';
import InstitutionDrawer from './institution-drawer';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const pages = (
  <Route path="/admin/institutions" element={<InstitutionsPage />}>
    <Route path=":institutionId" element={<InstitutionDrawer />} />
  </Route>
);
const nobody = { rows: [], previous: null, next: null, total: 0, total_capped: false };
const keeper = ['institutions.read', 'institutions.manage'];
async function open(
  institution: InstitutionDetail,
  answers: Parameters<typeof serveRpc>[0] = {},
  tab = '',
  permissions = keeper,
) {
  const server = serveRpc({
    tracks: () => [],
    list_institutions: () => nobody,
    get_institution: () => institution,
    ...answers,
  });
  const view = openConsole(pages, `/admin/institutions/${institution.id}${tab}`, permissions);
  await screen.findByRole('tab', { name: 'Details' }, patience);
  return { ...view, server };
}
const dialog = (name: string | RegExp) => within(screen.getByRole('dialog', { name }));
const sona = anInstitutionDetail();

it('sends only the details that were changed, with the reason', async () => {
  const { user, server } = await open(sona, { edit_institution: () => null });
  await user.click(screen.getByRole('button', { name: 'Edit details' }));
  const ask = dialog('Edit details');
  const gstin = ask.getByLabelText('GSTIN');
  await fill(user, ask.getByLabelText(/Reason/), 'They wrote');
  await fill(user, gstin, '29AAPFU0939F1ZV');
  await user.click(ask.getByRole('button', { name: 'Save the details' }));
  expect(ask.getByText('The GSTIN begins with the code of another state.')).toBeVisible();
  await fill(user, gstin, '27aapfu0939f1zv');
  await user.click(ask.getByRole('button', { name: 'Save the details' }));
  await waitFor(() =>
    expect(server.asked('edit_institution')).toEqual([
      { p_institution_id: sona.id, p_changes: { gstin: '27AAPFU0939F1ZV' }, p_reason: 'They wrote' },
    ]),
  );
});

it('changes seats, but not below those in use', async () => {
  const { user, server } = await open(sona, { change_seat_block: () => null }, '?tab=seats');
  await user.click(screen.getByRole('button', { name: 'Change the seats in AI Foundations' }));
  const ask = dialog('Change the seats in AI Foundations');
  const seats = ask.getByLabelText(/^Seats/);
  await fill(user, ask.getByLabelText(/Reason/), 'Fewer students');
  await fill(user, seats, '11');
  await user.click(ask.getByRole('button', { name: 'Save the seats' }));
  expect(ask.getByText('More seats than that are in use.')).toBeVisible();
  await fill(user, seats, '12');
  await user.click(ask.getByRole('button', { name: 'Save the seats' }));
  await waitFor(() =>
    expect(server.asked('change_seat_block')).toEqual([
      { p_block_id: 'b1', p_seats: 12, p_price: 250_000, p_valid_until: '2999-03-31', p_reason: 'Fewer students' },
    ]),
  );
});

const team = {
  managers: [{ user_id: 'u1', full_name: 'Meera Iyer', email: 'meera@sona.example', added_at: '2026-03-01T06:00:00Z' }],
  invitations: [
    {
      id: 'v1',
      full_name: 'Ravi Menon',
      email: 'ravi@sona.example',
      created_at: '2026-03-01T06:00:00Z',
      sent_at: null,
      expires_at: null,
    },
  ],
};

it('removes a manager and sends an invitation again, each with a reason', async () => {
  const answers = { institution_team: () => team, dismiss_manager: () => null, appoint_manager: () => 'v1' };
  const { user, server } = await open(sona, answers, '?tab=managers');
  await user.click(await screen.findByRole('button', { name: 'Remove Meera Iyer' }, patience));
  await fill(user, dialog('Remove Meera Iyer as a manager?').getByLabelText(/Reason/), 'Has left');
  await user.click(dialog('Remove Meera Iyer as a manager?').getByRole('button', { name: 'Remove the manager' }));
  await waitFor(() =>
    expect(server.asked('dismiss_manager')).toEqual([
      { p_institution_id: sona.id, p_manager_id: 'u1', p_reason: 'Has left' },
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Send the invitation of Ravi Menon again' }));
  await fill(user, dialog('Invite Ravi Menon again?').getByLabelText(/Reason/), 'Was lost');
  await user.click(dialog('Invite Ravi Menon again?').getByRole('button', { name: 'Send again' }));
  await waitFor(() =>
    expect(server.asked('appoint_manager')).toMatchObject([{ p_email: 'ravi@sona.example', p_reason: 'Was lost' }]),
  );
});

it('invites nobody to a suspended institution, and offers to restore it', async () => {
  const answers = { institution_team: () => team, restore_institution: () => null };
  const { user, server } = await open(anInstitutionDetail({ status: 'suspended' }), answers, '?tab=managers');
  await screen.findByText('Ravi Menon', undefined, patience);
  expect(screen.queryByRole('button', { name: 'Invite a manager' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Restore the institution' }));
  await fill(user, dialog('Restore Sona University?').getByLabelText(/Reason/), 'Has paid');
  await user.click(dialog('Restore Sona University?').getByRole('button', { name: 'Restore the institution' }));
  await waitFor(() => expect(server.asked('restore_institution')).toHaveLength(1));
});

it('shows readers everything and nothing to change, and the history only who may read the log', async () => {
  await open(sona, { institution_team: () => team }, '?tab=history', ['institutions.read']);
  expect(screen.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.queryByRole('tab', { name: 'History' })).toBeNull();
  for (const name of ['Edit details', 'Suspend the institution']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});

it('leads to the lead that it came from', async () => {
  await open(anInstitutionDetail({ lead: { id: 'l1', reference: 'ENQ-ABC123' } }));
  expect(screen.getByRole('link', { name: 'Came from ENQ-ABC123' })).toHaveAttribute('href', '/admin/leads/l1');
});

it('says that there is no such institution', async () => {
  serveRpc({ list_institutions: () => nobody, get_institution: () => refused('institution_not_found') });
  openConsole(pages, `/admin/institutions/${sona.id}`, keeper);
  expect(await screen.findByRole('heading', { name: 'This institution is not there' }, patience)).toBeVisible();
});
