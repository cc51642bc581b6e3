import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { aLeadDetail } from '~/testing/leads';
import { openLeads, serveLeads } from '~/testing/leads-page';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const lead = aLeadDetail({ institution_name: 'Sample College', status: 'contacted', assignee_name: 'Ravi Menon' });
const head = (name: string) => screen.getByRole('columnheader', { name });
const open = async (search = '') => {
  const view = openLeads(`/admin/leads?view=table${search}`);
  await screen.findByRole('rowheader', { name: /Sample College/ }, patience);
  return view;
};

it('shows late follow-ups first and asks the server for one page', async () => {
  const server = serveLeads([lead]);
  await open();
  expect(server.asked('list_leads')).toEqual([
    { p_search: '', p_status: [], p_sort: 'follow_up', p_descending: false, p_limit: 20, p_offset: 0 },
  ]);
  expect(head('Follow-up')).toHaveAttribute('aria-sort', 'ascending');
  expect(screen.getByText('1 in all')).toBeVisible();
});

it('sorts by a column, then the other way round, and says so', async () => {
  const server = serveLeads([lead]);
  const { user, address } = await open('&page=3');
  await user.click(within(head('Value')).getByRole('button'));
  await user.click(within(head('Value')).getByRole('button'));
  expect(head('Value')).toHaveAttribute('aria-sort', 'descending');
  expect(head('Follow-up')).not.toHaveAttribute('aria-sort');
  expect(address()).toBe('/admin/leads?view=table&sort=value&desc=1');
  await waitFor(() =>
    expect(server.asked('list_leads').at(-1)).toMatchObject({ p_sort: 'value', p_descending: true, p_offset: 0 }),
  );
});

it('searches when the person pauses, not at each letter', async () => {
  const server = serveLeads([lead]);
  const { user, address } = await open();
  await user.type(screen.getByRole('textbox', { name: 'Search' }), 'pune');
  await waitFor(() => expect(address()).toBe('/admin/leads?view=table&q=pune'), patience);
  await waitFor(() => expect(server.asked('list_leads').at(-1)).toMatchObject({ p_search: 'pune' }), patience);
  const searches = server.asked('list_leads').map((body) => body.p_search);
  expect(searches.filter((search) => search !== '' && search !== 'pune')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Clear the search' }));
  expect(address()).toBe('/admin/leads?view=table');
});

it('filters by several statuses, kind, nobody’s leads and what is overdue', async () => {
  const server = serveLeads([lead]);
  const { user, address } = await open();
  await user.click(screen.getByRole('checkbox', { name: 'Lost' }));
  await user.click(screen.getByRole('checkbox', { name: 'New' }));
  await user.click(screen.getByRole('checkbox', { name: 'Overdue only' }));
  await user.selectOptions(screen.getByLabelText('Kind'), 'school');
  await user.selectOptions(screen.getByLabelText('Assigned to'), 'nobody');
  expect(address()).toBe('/admin/leads?view=table&kind=school&assignee=nobody&status=new%2Clost&overdue=1');
  await waitFor(() =>
    expect(server.asked('list_leads').at(-1)).toMatchObject({
      p_status: ['new', 'lost'],
      p_kind: 'school',
      p_assignee: '00000000-0000-0000-0000-000000000000',
      p_overdue: true,
    }),
  );
});

it('reads filters and page from the address', async () => {
  const server = serveLeads([lead], { list_leads: () => Response.json({ total: 60, rows: [lead] }) });
  const { user, address } = await open('&q=college&status=new&page=2');
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('college');
  expect(screen.getByRole('checkbox', { name: 'New' })).toBeChecked();
  expect(server.asked('list_leads')).toMatchObject([{ p_search: 'college', p_status: ['new'], p_offset: 20 }]);
  await user.click(screen.getByRole('button', { name: 'Next page' }));
  expect(address()).toBe('/admin/leads?view=table&q=college&status=new&page=3');
});

it('goes to the last page when the address names one beyond it', async () => {
  serveLeads([lead]);
  const { address } = await open('&page=9');
  await waitFor(() => expect(address()).toBe('/admin/leads?view=table'));
});

it('says that no lead fits and takes the filters away', async () => {
  serveLeads([]);
  const { user, address } = openLeads('/admin/leads?view=table&status=lost');
  expect(await screen.findByRole('heading', { name: 'No lead fits' }, patience)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(address()).toBe('/admin/leads?view=table');
  expect(await screen.findByRole('heading', { name: 'No enquiries yet' }, patience)).toBeVisible();
});

it('exports what the filters leave, in the order that is shown', async () => {
  const server = serveLeads([lead], {
    'export-list': () => new Response('name', { headers: { 'content-type': 'application/octet-stream' } }),
  });
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { user } = await open('&q=college&status=new&sort=value&desc=1');
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'As CSV' }));
  await waitFor(() =>
    expect(server.asked('export-list')).toEqual([
      {
        list: 'leads',
        format: 'csv',
        params: { search: 'college', status: ['new'], sort: 'value', descending: true },
      },
    ]),
  );
});
