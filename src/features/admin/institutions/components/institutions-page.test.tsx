import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, serveRpc } from '~/testing/console';
import { anInstitution, anInstitutionDetail } from '~/testing/institutions';
import InstitutionDrawer from './drawer/institution-drawer';
import InstitutionsPage from './institutions-page';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 8_000 };
const pages = (
  <Route path="/admin/institutions" element={<InstitutionsPage />}>
    <Route path=":institutionId" element={<InstitutionDrawer />} />
  </Route>
);
const sona = anInstitution();
const page = (rows = [sona]) => ({ rows, previous: null, next: null, total: rows.length, total_capped: false });
const track = {
  id: 'ai-foundations',
  name: 'AI Foundations',
  tagline: '',
  description: '',
  color: '#5748cf',
  icon: 'brain',
  duration_hours: 20,
  price: 499_900,
  addon_price: 1,
  renewal_price: 1,
  passing_score: 70,
  target_audience: [],
  prerequisites: [],
  competencies: [],
  validity_months: 24,
  access_months: 12,
  attempts_included: 2,
  exam_minutes: 45,
  cooldown_hours: 0,
};
const open = async (search = '', permissions = ['institutions.read']) => {
  const view = openConsole(pages, `/admin/institutions${search}`, permissions);
  await screen.findByRole('rowheader', { name: /Sona University/ }, patience);
  return view;
};

it('lists institutions by name with what is left of their seats', async () => {
  const server = serveRpc({ list_institutions: () => page() });
  await open();
  expect(server.asked('list_institutions')).toEqual([{ p_search: '', p_sort: 'name', p_descending: false }]);
  const row = within(screen.getByRole('row', { name: /Sona University/ }));
  expect(row.getByText('28 of 40')).toBeVisible();
  expect(row.getByText('First end on 31 Mar 2999')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add an institution' })).toBeNull();
});

it('filters by how seats stand and sorts by age, in the address', async () => {
  const server = serveRpc({ list_institutions: () => page() });
  const { user, address } = await open();
  await user.selectOptions(screen.getByLabelText('Seats'), 'Ending within 60 days');
  await user.click(screen.getByRole('button', { name: 'Since' }));
  expect(address()).toBe('/admin/institutions?seats=ending&sort=created');
  await waitFor(() =>
    expect(server.asked('list_institutions').at(-1)).toMatchObject({
      p_seats: 'ending',
      p_sort: 'created',
      p_descending: true,
    }),
  );
});

it('adds one with seats, a manager and a reason, and opens it', async () => {
  const server = serveRpc({
    tracks: () => [track],
    list_institutions: () => page(),
    add_institution: () => sona.id,
    get_institution: () => anInstitutionDetail(),
  });
  const { user, address } = await open('', ['institutions.read', 'institutions.manage']);
  await user.click(screen.getByRole('button', { name: 'Add an institution' }));
  const ask = within(screen.getByRole('dialog', { name: 'Add an institution' }));
  const type = async (name: string | RegExp, text: string) => {
    await user.click(ask.getByLabelText(name));
    await user.paste(text);
  };
  await type(/Reason/, 'Signed at the fair');
  await user.click(ask.getByRole('button', { name: 'Add the institution' }));
  expect(ask.getByText('Choose a track.')).toBeVisible();
  expect(server.asked('add_institution')).toHaveLength(0);
  await type(/^Name/, 'Lotus School');
  await user.selectOptions(ask.getByLabelText('Kind'), 'School');
  await type(/Contact person/, 'Ravi Menon');
  await type(/Contact e-mail/, 'ravi@lotus.example');
  await user.selectOptions(await ask.findByLabelText(/^Track/), 'AI Foundations');
  await type(/^Seats/, '25');
  await type(/Valid until/, '2999-03-31');
  await type(/Full name/, 'Meera Iyer');
  await type(/^E-mail/, 'meera@lotus.example');
  await user.click(ask.getByRole('button', { name: 'Add the institution' }));
  await waitFor(() => expect(server.asked('add_institution')).toHaveLength(1), patience);
  expect(server.asked('add_institution')[0]).toMatchObject({
    p_institution: { name: 'Lotus School', kind: 'school', contact_email: 'ravi@lotus.example' },
    p_seats: [{ track_id: 'ai-foundations', seats: 25, price: 499_900, valid_until: '2999-03-31' }],
    p_manager: { full_name: 'Meera Iyer', email: 'meera@lotus.example' },
    p_reason: 'Signed at the fair',
  });
  await waitFor(() => expect(address()).toBe(`/admin/institutions/${sona.id}`), patience);
});
