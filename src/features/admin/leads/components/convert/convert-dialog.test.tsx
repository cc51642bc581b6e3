import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { aLeadDetail } from '~/testing/leads';
import { openLeads, raised, serveLeads } from '~/testing/leads-page';
import { today, yearLater } from '../../model/days';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const lead = () => aLeadDetail({ status: 'negotiation', institution_name: 'Sample College', expected_students: 100 });

async function open() {
  const view = openLeads();
  await view.user.click(await screen.findByRole('button', { name: 'Move Sample College to…' }, patience));
  await view.user.click(await screen.findByRole('menuitem', { name: 'Convert…' }));
  await screen.findByRole('button', { name: 'Convert and invite' }, patience);
  const dialog = within(screen.getByRole('dialog'));
  const fill = async (field: RegExp, text: string) => {
    const input = dialog.getByLabelText(field);
    await view.user.clear(input);
    await view.user.click(input);
    await view.user.paste(text);
  };
  const submit = () => view.user.click(dialog.getByRole('button', { name: 'Convert and invite' }));
  return { ...view, dialog, fill, submit };
}

it('makes the institution with its seats and invites the manager, in paise and once', async () => {
  const server = serveLeads([lead()]);
  const { user, dialog, fill } = await open();
  expect(dialog.getByLabelText(/Name of the institution/)).toHaveValue('Sample College');
  await fill(/^Price per seat/, '2,500.50');
  expect(dialog.getByText('100 seats, ₹2,50,050 before GST')).toBeVisible();
  await user.dblClick(dialog.getByRole('button', { name: 'Convert and invite' }));
  expect(
    await screen.findByText('Kiran Shah gets an invitation at kiran@example.edu.', undefined, patience),
  ).toBeVisible();
  expect(screen.getByText(/^100 seats in AI Foundations at ₹2,500.50 each, valid until /)).toBeVisible();
  expect(server.asked('convert_lead')).toEqual([
    {
      p_lead_id: lead().id,
      p_institution: {
        kind: 'university',
        name: 'Sample College',
        contact_name: 'Kiran Shah',
        contact_email: 'kiran@example.edu',
        contact_phone: '+919800000201',
        address: '1 Example Road, Pune',
        state: '27',
        gstin: '',
      },
      p_seats: [{ track_id: 'ai-foundations', seats: 100, price: 250_050, valid_until: yearLater(today()) }],
      p_manager: { full_name: 'Kiran Shah', email: 'kiran@example.edu' },
    },
  ]);
});

it('adds and removes lines, and sums what can be counted', async () => {
  serveLeads([lead()]);
  const { user, dialog } = await open();
  await user.click(dialog.getByRole('button', { name: 'Add a line' }));
  const second = within(dialog.getByRole('group', { name: 'Line 2' }));
  await user.type(second.getByLabelText(/^Seats/), '20');
  expect(dialog.getByText('120 seats, ₹5,99,880 before GST')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Remove line 1' }));
  expect(dialog.getByText('20 seats, ₹99,980 before GST')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Remove line 1' })).toBeDisabled();
});

it('names each fault with its field and line, and sends nothing', async () => {
  const server = serveLeads([lead()]);
  const { dialog, fill, submit } = await open();
  await fill(/^Seats/, 'many');
  await fill(/^E-mail of the manager/, 'nobody');
  await submit();
  const summary = within(await dialog.findByRole('alert'));
  expect(summary.getByText(/^Seats, line 1: Enter a whole number of seats/)).toBeVisible();
  expect(summary.getByText(/^E-mail of the manager: Enter an e-mail address/)).toBeVisible();
  expect(server.asked('convert_lead')).toEqual([]);
});

it.each([
  ['account_is_staff', /^E-mail of the manager: This address belongs to a member of our staff/],
  ['invalid_gstin', /^GSTIN: This cannot be kept like this/],
  ['invalid_price', /^Seats: This cannot be kept like this/],
])('shows the refusal %s at its place and keeps what was typed', async (code, words) => {
  serveLeads([lead()], { convert_lead: () => raised(code) });
  const { dialog, fill, submit } = await open();
  await fill(/^Price per seat/, '4,500');
  await submit();
  expect(await dialog.findByText(words, undefined, patience)).toBeVisible();
  expect(dialog.getByLabelText(/^Price per seat/)).toHaveValue('4,500');
});

it('says so when a colleague has converted it meanwhile', async () => {
  const server = serveLeads([lead()], { convert_lead: () => raised('already_converted') });
  const { dialog, submit } = await open();
  await submit();
  expect(await dialog.findByRole('alert')).toHaveTextContent('Sample College has become an institution already.');
  await waitFor(() => expect(server.asked('lead_board').length).toBeGreaterThan(1));
});
