import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import type { CouponDetail } from '../../schemas';
import CouponDrawer from './coupon-drawer';
import CouponsPage from './coupons-page';

vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 20_000 };

const coupon: CouponDetail = {
  id: '00000000-0000-4000-8000-000000000901',
  code: 'SPRING-26',
  kind: 'percent',
  value: 20,
  max_discount: 100_000,
  track_id: null,
  track_name: null,
  valid_from: '2026-01-01T06:00:00+00:00',
  valid_until: null,
  max_redemptions: 100,
  per_user: 1,
  active: true,
  version: 'v1',
  redemptions: 3,
  status: 'active',
  used: false,
};
const use = {
  id: '00000000-0000-4000-8000-000000000902',
  at: '2026-02-01T06:00:00Z',
  discount: 99_980,
  track_name: 'AI Foundations',
  user_id: '00000000-0000-4000-8000-000000000903',
  full_name: 'Priya Sharma',
  email: 'priya@example.com',
};

function open(at = '', answers = {}, permissions = ['coupons.manage']) {
  const server = serveRpc({
    tracks: () => [],
    list_coupons: () => ({ total: 1, rows: [coupon] }),
    get_coupon: () => coupon,
    list_coupon_redemptions: () => ({ people: true, rows: [use], next: null }),
    ...answers,
  });
  const view = openConsole(
    <Route path="/admin/settings/coupons" element={<CouponsPage />}>
      <Route path=":couponId" element={<CouponDrawer />} />
    </Route>,
    `/admin/settings/coupons${at}`,
    permissions,
  );
  return { ...view, server };
}
type User = ReturnType<typeof open>['user'];
async function giveReason(user: User, title: RegExp | string, confirm: string) {
  const dialog = within(await screen.findByRole('dialog', { name: title }, patience));
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Spring campaign');
  await user.click(dialog.getByRole('button', { name: confirm }));
}
async function fillNew(user: User, value = '20') {
  await user.type(await screen.findByRole('textbox', { name: /^Code/ }, patience), 'new-26');
  await user.type(screen.getByRole('textbox', { name: /Per cent off/ }), value);
  await user.type(screen.getByRole('textbox', { name: /At most, in rupees/ }), '1,000.50');
  await user.click(screen.getByRole('button', { name: 'Create the coupon' }));
}

it('lists coupons, searched, narrowed and ordered in the address', async () => {
  const { user, server, address } = open();
  const row = await screen.findByRole('row', { name: /SPRING-26/ }, patience);
  expect(within(row).getByText('20 %, at most ₹1,000')).toBeVisible();
  expect(within(row).getByText('3 of 100')).toBeVisible();
  await user.type(screen.getByLabelText('Search by code'), 'spr{Enter}');
  await user.selectOptions(screen.getByLabelText('Status'), 'Used up');
  await user.click(screen.getByRole('button', { name: 'Valid until' }));
  await waitFor(
    () => expect(address()).toBe('/admin/settings/coupons?q=spr&status=used_up&sort=valid_until'),
    patience,
  );
  await waitFor(
    () =>
      expect(server.asked('list_coupons').at(-1)).toMatchObject({
        p_search: 'spr',
        p_status: 'used_up',
        p_sort: 'valid_until',
        p_offset: 0,
      }),
    patience,
  );
});

it('makes a coupon: rupees become paise, empty limits none', async () => {
  const { user, server } = open('/new', { create_coupon: () => coupon.id });
  await fillNew(user);
  await giveReason(user, /Save “NEW-26”/, 'Create the coupon');
  await waitFor(() => expect(server.asked('create_coupon')).toHaveLength(1), patience);
  expect(server.asked('create_coupon')[0]).toMatchObject({
    p_coupon: {
      code: 'NEW-26',
      kind: 'percent',
      value: 20,
      max_discount: 100_050,
      track_id: null,
      valid_until: null,
      max_redemptions: null,
      per_user: 1,
    },
    p_reason: 'Spring campaign',
  });
});

it('says what is wrong in the form before it asks why', async () => {
  const { user, server } = open('/new');
  await fillNew(user, '101');
  expect((await screen.findAllByText(/Give a whole per cent from 1 to 100/, undefined, patience))[0]).toBeVisible();
  expect(screen.getByRole('textbox', { name: /Per cent off/ })).toBeInvalid();
  expect(server.asked('create_coupon')).toEqual([]);
});

it.each([
  ['code_taken', 'Another coupon has this code.'],
  ['invalid_value', /Give a whole per cent from 1 to 100/],
])('says what the server refused: %s', async (code, words) => {
  const { user } = open('/new', { create_coupon: () => refused(code) });
  await fillNew(user);
  await giveReason(user, /Save “NEW-26”/, 'Create the coupon');
  expect((await screen.findAllByText(words, undefined, patience))[0]).toBeVisible();
});

it('changes the coupon that was seen', async () => {
  const { user, server } = open(`/${coupon.id}`, { change_coupon: () => null });
  const value = await screen.findByRole('textbox', { name: /Per cent off/ }, patience);
  await user.clear(value);
  await user.type(value, '25');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await giveReason(user, /Save “SPRING-26”/, 'Save');
  await waitFor(() => expect(server.asked('change_coupon')).toHaveLength(1), patience);
  expect(server.asked('change_coupon')[0]).toMatchObject({
    p_coupon_id: coupon.id,
    p_version: 'v1',
    p_coupon: { code: 'SPRING-26', value: 25, max_discount: 100_000, valid_from: '2026-01-01T06:00:00.000Z' },
  });
});

it('switches off and deletes with a reason', async () => {
  const { user, server, address } = open(`/${coupon.id}`, { set_coupon_active: () => null, delete_coupon: () => null });
  await user.click(await screen.findByRole('button', { name: 'Switch off' }, patience));
  await giveReason(user, 'Switch SPRING-26 off?', 'Switch off');
  await waitFor(
    () =>
      expect(server.asked('set_coupon_active')).toEqual([
        { p_coupon_id: coupon.id, p_version: 'v1', p_active: false, p_reason: 'Spring campaign' },
      ]),
    patience,
  );
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Switch SPRING-26 off?' })).toBeNull(), patience);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await giveReason(user, 'Delete SPRING-26?', 'Delete');
  await waitFor(() => expect(server.asked('delete_coupon')).toHaveLength(1), patience);
  await waitFor(() => expect(address()).toBe('/admin/settings/coupons'), patience);
});

it('keeps the code of a coupon that an order names, and does not offer to delete it', async () => {
  open(`/${coupon.id}`, { get_coupon: () => ({ ...coupon, used: true }) });
  expect(await screen.findByRole('textbox', { name: /^Code/ }, patience)).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  expect(screen.getByText('An order names this coupon, so it cannot be deleted.')).toBeVisible();
});

it('names who used it as far as the person may see', async () => {
  const named = open(`/${coupon.id}`);
  expect(await screen.findByText('Priya Sharma', undefined, patience)).toBeVisible();
  named.unmount();
  open(`/${coupon.id}`, {
    list_coupon_redemptions: () => ({
      people: false,
      rows: [{ ...use, user_id: null, full_name: null, email: null }],
      next: null,
    }),
  });
  expect(
    await screen.findByText('Who used it is shown to people who may see payments.', undefined, patience),
  ).toBeVisible();
  expect(screen.getByText('₹999.80')).toBeVisible();
});

it('turns the pages of its uses', async () => {
  const older = { ...use, id: '00000000-0000-4000-8000-000000000904', full_name: 'Ravi Menon' };
  const next = { at: use.at, id: use.id };
  const { user, server } = open(`/${coupon.id}`, {
    list_coupon_redemptions: ({ p_after }: Record<string, unknown>) =>
      p_after === null ? { people: true, rows: [use], next } : { people: true, rows: [older], next: null },
  });
  await user.click(await screen.findByRole('button', { name: 'Older' }, patience));
  expect(await screen.findByText('Ravi Menon', undefined, patience)).toBeVisible();
  expect(server.asked('list_coupon_redemptions').at(-1)).toMatchObject({ p_after: next });
  await user.click(screen.getByRole('button', { name: 'Newer' }));
  expect(await screen.findByText('Priya Sharma', undefined, patience)).toBeVisible();
});

it('says that a coupon is not there', async () => {
  open(`/${coupon.id}`, { get_coupon: () => refused('coupon_not_found') });
  expect(await screen.findByText('This coupon is not there', undefined, patience)).toBeVisible();
});
