import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { aLeadDetail } from '~/testing/leads';
import { openLeads, raised, sales, serveLeads } from '~/testing/leads-page';
import { leadStatuses } from '../../model/moves';

vi.setConfig({ testTimeout: 20_000 });

const patience = { timeout: 5_000 };
const lead = (given = {}) => aLeadDetail({ status: 'new', institution_name: 'Sample College', ...given });
const column = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) });
const cardIn = async (name: string) => {
  const region = await screen.findByRole('region', { name: new RegExp(`^${name}`) }, patience);
  return within(region).findByRole('link', { name: 'Sample College' }, patience);
};
const handle = () => screen.findByRole('button', { name: 'Move Sample College' }, patience);
const menu = () => screen.findByRole('button', { name: 'Move Sample College to…' }, patience);

/** jsdom has no layout: columns of a hundred pixels side by side, and everything in them at their place. */
function layColumnsOut() {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function place(this: Element) {
    const status = this.closest('section')?.dataset.status;
    const index = leadStatuses.findIndex((each) => each === status);
    return new DOMRect(Math.max(index, 0) * 100, 0, 90, 90);
  });
}

it('moves a card with the keyboard, over the columns where it can go, and keeps the focus on it', async () => {
  layColumnsOut();
  const server = serveLeads([lead({ status: 'contacted' })]);
  const { user } = openLeads();
  (await handle()).focus();
  await user.keyboard(' ');
  expect(await screen.findByText(/Picked up Sample College from Contacted/)).toBeInTheDocument();
  expect(column('New')).toHaveAttribute('data-closed');
  expect(column('Qualified')).not.toHaveAttribute('data-closed');
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByText('Over Qualified.')).toBeInTheDocument();
  await user.keyboard(' ');
  await cardIn('Qualified');
  expect(server.asked('move_lead')).toEqual([{ p_lead_id: lead().id, p_status: 'qualified' }]);
  await waitFor(async () => expect(await handle()).toHaveFocus());
  expect(await screen.findByText('Sample College is now: Qualified.')).toBeInTheDocument();
});

it('puts a card back by Escape and asks the server for nothing', async () => {
  layColumnsOut();
  const server = serveLeads([lead()]);
  const { user } = openLeads();
  (await handle()).focus();
  await user.keyboard(' ');
  await user.keyboard('{ArrowRight}');
  await user.keyboard('{Escape}');
  await cardIn('New');
  expect(server.asked('move_lead')).toEqual([]);
});

it('offers by its menu only the legal moves, and makes them', async () => {
  const server = serveLeads([lead()]);
  const { user } = openLeads();
  await user.click(await menu());
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual(['Contacted', 'Lost…']);
  await user.click(screen.getByRole('menuitem', { name: 'Contacted' }));
  await cardIn('Contacted');
  expect(server.asked('move_lead')).toEqual([{ p_lead_id: lead().id, p_status: 'contacted' }]);
  await waitFor(async () => expect(await menu()).toHaveFocus());
});

it('offers converting only to people who may make institutions', async () => {
  serveLeads([lead({ status: 'negotiation' })]);
  const { user } = openLeads('/admin/leads', ['leads.manage']);
  await user.click(await menu());
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual(['Qualified', 'Lost…']);
});

it('asks why before a lead is lost, and does not take silence for an answer', async () => {
  const server = serveLeads([lead()]);
  const { user } = openLeads();
  await user.click(await menu());
  await user.click(await screen.findByRole('menuitem', { name: 'Lost…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Mark as lost' }));
  await user.click(dialog.getByRole('button', { name: 'Mark as lost' }));
  expect(dialog.getByText('Write down why.')).toBeVisible();
  await user.click(dialog.getByLabelText(/Why is it lost/));
  await user.paste(' Too dear ');
  await user.click(dialog.getByRole('button', { name: 'Mark as lost' }));
  await cardIn('Lost');
  expect(server.asked('move_lead')).toEqual([{ p_lead_id: lead().id, p_status: 'lost', p_reason: 'Too dear' }]);
});

it('puts a card back when a colleague was faster, and says so', async () => {
  const moved = lead();
  serveLeads([moved], {
    move_lead: () => {
      moved.status = 'lost';
      return raised('illegal_move');
    },
  });
  const { user } = openLeads();
  await user.click(await menu());
  await user.click(await screen.findByRole('menuitem', { name: 'Contacted' }));
  expect(await screen.findByText(/a colleague has moved it meanwhile/, undefined, patience)).toBeVisible();
  await cardIn('Lost');
  expect(within(column('Contacted')).queryByRole('link')).toBeNull();
});

it('undoes a move that could not be saved', async () => {
  serveLeads([lead()], { move_lead: () => Response.json({ message: 'x' }, { status: 503 }) });
  const { user } = openLeads();
  await user.click(await menu());
  await user.click(await screen.findByRole('menuitem', { name: 'Contacted' }));
  expect(await screen.findByText(/Sample College was not moved\./, undefined, patience)).toBeVisible();
  await cardIn('New');
});

it('shows the board to readers without anything to move', async () => {
  serveLeads([lead()]);
  openLeads('/admin/leads', ['leads.read']);
  await cardIn('New');
  expect(screen.queryByRole('button', { name: /^Move / })).toBeNull();
});

it('marks a late follow-up in words and leads to all of them', async () => {
  serveLeads([lead({ overdue: true, follow_up_date: '2026-01-02' })]);
  const { user, address } = openLeads();
  expect(await screen.findByText(/^Overdue: 2 Jan/, undefined, patience)).toBeVisible();
  await user.click(screen.getByRole('button', { name: '1 follow-up is overdue' }));
  expect(address()).toBe('/admin/leads?view=table&overdue=1');
});

it('says that there are none yet, or that the filters hide them', async () => {
  serveLeads([]);
  const first = openLeads();
  expect(await screen.findByRole('heading', { name: 'No enquiries yet' }, patience)).toBeVisible();
  first.unmount();
  const { user, address } = openLeads('/admin/leads?q=pune', sales);
  await user.click(await screen.findByRole('button', { name: 'Clear the filters' }, patience));
  expect(address()).toBe('/admin/leads');
});

it('offers another try when the board cannot be read', async () => {
  serveLeads([lead()], { lead_board: () => Response.json({ message: 'x' }, { status: 400 }) });
  openLeads();
  expect(await screen.findByRole('button', { name: 'Try again' }, patience)).toBeVisible();
});
