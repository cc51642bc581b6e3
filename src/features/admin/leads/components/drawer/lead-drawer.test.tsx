import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { aLeadDetail } from '~/testing/leads';
import { openLeads, raised, serveLeads } from '~/testing/leads-page';
import type { LeadDetail, LeadEvent } from '../../schemas';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const aCollege = (given: Partial<LeadDetail> = {}) => aLeadDetail({ institution_name: 'Sample College', ...given });
const event = { actor: 'u1', actor_name: 'Nila Iyer', at: '2026-11-24T08:00:00Z' };

async function open(lead: LeadDetail, permissions?: string[]) {
  const view = openLeads(`/admin/leads/${lead.id}?view=table`, permissions);
  await screen.findByRole('heading', { name: 'History' }, patience);
  return { ...view, part: (name: string) => within(screen.getByRole('region', { name })) };
}

it('shows whom to write to and to call, and what they wrote', async () => {
  const lead = aCollege();
  serveLeads([lead]);
  const { part } = await open(lead);
  expect(part('Contact').getByRole('link', { name: 'kiran@example.edu' })).toHaveAttribute(
    'href',
    'mailto:kiran@example.edu?subject=Your%20enquiry%20ENQ-AAAAAA',
  );
  expect(part('Contact').getByRole('link', { name: '+919800000201' })).toHaveAttribute('href', 'tel:+919800000201');
  expect(part('Contact').getByText('1 Example Road, Pune, Maharashtra')).toBeVisible();
  expect(part('Enquiry').getByText('We would like to begin in January.')).toBeVisible();
});

it('closes to the list with its filters', async () => {
  const lead = aCollege();
  serveLeads([lead]);
  const { user, address } = await open(lead);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(address()).toBe('/admin/leads?view=table');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('gives the lead to a colleague', async () => {
  const lead = aCollege();
  const server = serveLeads([lead]);
  const { user, part } = await open(lead);
  await user.selectOptions(part('Next step').getByLabelText('Assigned to'), 'Ravi Menon');
  await waitFor(() => expect(server.asked('assign_lead')).toHaveLength(1));
  expect(server.asked('assign_lead')[0]).toMatchObject({ p_lead_id: lead.id });
  await waitFor(() => expect(part('Next step').getByLabelText('Assigned to')).toHaveDisplayValue('Ravi Menon'));
});

it('keeps a value typed in rupees as paise when the field is left, and names a wrong one', async () => {
  const lead = aCollege();
  const server = serveLeads([lead]);
  const { user, part } = await open(lead);
  const value = part('Next step').getByLabelText('Expected value');
  expect(value).toHaveValue('50,000');
  await user.clear(value);
  await user.type(value, 'a lot{Enter}');
  expect(await part('Next step').findByText(/Enter an amount in rupees/)).toBeVisible();
  await user.clear(value);
  await user.type(value, '1,25,000');
  await user.tab();
  await waitFor(() =>
    expect(server.asked('edit_lead')).toEqual([{ p_lead_id: lead.id, p_changes: { estimated_value: 12_500_000 } }]),
  );
});

it('sends only the details that were changed, and shows a refusal at its field', async () => {
  const lead = aCollege();
  const server = serveLeads([lead], { edit_lead: () => raised('invalid_city') });
  const { user, part } = await open(lead);
  await user.click(part('Contact').getByRole('button', { name: 'Edit details' }));
  const city = part('Contact').getByLabelText('City');
  await user.clear(city);
  await user.type(city, 'Nashik');
  await user.click(part('Contact').getByRole('button', { name: 'Save the details' }));
  await waitFor(() => expect(city).toHaveAttribute('aria-invalid', 'true'));
  expect(server.asked('edit_lead')).toEqual([{ p_lead_id: lead.id, p_changes: { city: 'Nashik' } }]);
  expect(screen.getByRole('alert')).toHaveTextContent('City: This cannot be kept like this.');
});

it('adds a note and empties the field', async () => {
  const lead = aCollege();
  const server = serveLeads([lead]);
  const { user, part } = await open(lead);
  const field = part('Notes').getByLabelText('New note');
  await user.click(part('Notes').getByRole('button', { name: 'Add the note' }));
  await user.click(field);
  await user.paste('Call on Monday');
  await user.click(part('Notes').getByRole('button', { name: 'Add the note' }));
  await waitFor(() => expect(field).toHaveValue(''));
  expect(server.asked('add_lead_note')).toEqual([{ p_lead_id: lead.id, p_body: 'Call on Monday' }]);
});

it('keeps a note in the field when it could not be added', async () => {
  const lead = aCollege();
  serveLeads([lead], { add_lead_note: () => raised('lead_not_found') });
  const { user, part } = await open(lead);
  await user.click(part('Notes').getByLabelText('New note'));
  await user.paste('Call on Monday');
  await user.click(part('Notes').getByRole('button', { name: 'Add the note' }));
  expect(await part('Notes').findByRole('alert')).toHaveTextContent('no longer there');
  expect(part('Notes').getByLabelText('New note')).toHaveValue('Call on Monday');
});

it('tells the history in words, newest first', async () => {
  const events: LeadEvent[] = [
    { ...event, id: 7, kind: 'moved', details: { from: 'contacted', to: 'lost', reason: 'Too dear' } },
    { ...event, id: 6, kind: 'edited', details: { changes: { estimated_value: { from: null, to: 12_500_000 } } } },
    { ...event, id: 5, kind: 'assigned', details: { to: 'u1', to_name: 'Nila Iyer' } },
    { ...event, id: 4, actor_name: null, kind: 'assigned', details: { to: 'u2', to_name: 'Ravi Menon' } },
    { ...event, id: 3, kind: 'noted', note: 'Call on Monday' },
    { ...event, id: 2, actor: null, kind: 'enquired_again', details: { given: { city: 'Nashik' } } },
    { ...event, id: 1, actor: null, kind: 'enquired', details: {} },
  ];
  const lead = aCollege();
  serveLeads([lead], {}, events);
  const { part } = await open(lead);
  await part('History').findByText('The enquiry came in', undefined, patience);
  const sentences = part('History')
    .getAllByRole('listitem')
    .filter((item) => item.parentElement?.tagName === 'OL')
    .map((item) => item.textContent);
  expect(sentences).toEqual([
    expect.stringContaining('Nila Iyer moved it from Contacted to LostToo dear'),
    expect.stringContaining('Nila Iyer changed detailsExpected value: nothing → ₹1,25,000'),
    expect.stringContaining('Nila Iyer took it on'),
    expect.stringContaining('A former colleague gave it to Ravi Menon'),
    expect.stringContaining('Nila Iyer wrote a noteCall on Monday'),
    expect.stringContaining('They enquired againCity: Nashik'),
    expect.stringContaining('The enquiry came in'),
  ]);
  expect(part('Notes').getByText('Call on Monday')).toBeVisible();
});

it('shows readers everything and nothing to change', async () => {
  const lead = aCollege({ assignee_name: 'Ravi Menon', assigned_to: 'u2' });
  serveLeads([lead]);
  const { part } = await open(lead, ['leads.read']);
  expect(part('Next step').getByText('Ravi Menon')).toBeVisible();
  expect(part('Contact').queryByRole('button')).toBeNull();
  expect(part('Notes').queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('group', { name: 'Move to' })).toBeNull();
});

it('leads to the institution that it became, who may see institutions', async () => {
  const lead = aCollege({ status: 'converted', institution_id: 'i1', converted_to: 'Sample College' });
  serveLeads([lead]);
  const { part } = await open(lead);
  expect(part('Institution').getByRole('link', { name: 'Open the institution' })).toHaveAttribute(
    'href',
    '/admin/institutions/i1',
  );
});

it('says that there is no such lead', async () => {
  serveLeads([]);
  openLeads('/admin/leads/00000000-0000-4000-8000-000000000999');
  expect(await screen.findByRole('heading', { name: 'This lead is not there' }, patience)).toBeVisible();
});
