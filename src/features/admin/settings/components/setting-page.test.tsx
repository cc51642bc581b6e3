import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import SettingPage from './setting-page';

vi.setConfig({ testTimeout: 40_000 });
const patience = { timeout: 15_000 };

const settings = {
  company: {
    value: {
      name: 'AI Ready Pvt Ltd',
      address: '1 MG Road',
      state: 'Karnataka',
      state_code: '29',
      gstin: '',
      email: 'billing@example.com',
    },
    version: 'v1',
  },
  tax: { value: { rate_percent: 18, sac: '999293', inclusive: false }, version: 'v2' },
  policies: {
    value: { submit_grace_seconds: 60, renewal_window_days: 60, order_ttl_hours: 24, exam_grace_hours: 24 },
    version: 'v3',
  },
  branding: {
    value: { product_name: 'AI Ready', certificate_signatory: 'Asha Rao', certificate_signatory_title: 'Director' },
    version: 'v4',
  },
  mail: { value: { sender_name: '', reply_to: '' }, version: 'v5' },
  maintenance: { value: { active: false, message: '', level: 'info', from: null, until: null }, version: 'v6' },
};

function open(section: string, save: () => unknown = () => null) {
  const server = serveRpc({ get_settings: () => settings, save_setting: save });
  const view = openConsole(
    <Route path="/admin/settings/:section" element={<SettingPage />} />,
    `/admin/settings/${section}`,
    ['settings.manage'],
  );
  return { ...view, server };
}
async function confirm(user: ReturnType<typeof open>['user']) {
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', undefined, patience));
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'The board decided');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
}

/** For each form: a field with a new value, the same field with a bad one, and what is said of it. */
const forms = [
  ['company', 'Company name', 'AI Ready Ltd', 'A', 'name', 'Give the company name, 2 to 120 characters.'],
  ['tax', 'SAC', '998311', '12', 'sac', 'The SAC has six digits.'],
  ['policies', /An order stays open/, '48', '500', 'order_ttl_hours', 'Give whole hours from 1 to 168.'],
  ['branding', 'Product name', 'AI Ready Two', 'A', 'product_name', 'Give the product name, 2 to 60 characters.'],
  ['mail', 'Answers go to', 'help@example.com', 'nobody', 'reply_to', 'This is not an e-mail address.'],
  ['maintenance', 'Message', 'Back at six', 'x', 'message', 'Write a message of at most 300 characters.'],
] as const;

it.each(forms)('saves %s with a reason and the version that was seen', async (key, label, good, _bad, field) => {
  const { user, server } = open(key);
  const input = await screen.findByRole('textbox', { name: label }, patience);
  await user.clear(input);
  await user.type(input, good);
  await confirm(user);
  await waitFor(() => expect(server.asked('save_setting')).toHaveLength(1), patience);
  const { value, version } = settings[key];
  expect(server.asked('save_setting')[0]).toEqual({
    p_key: key,
    p_value: { ...value, [field]: key === 'policies' ? Number(good) : good },
    p_version: version,
    p_reason: 'The board decided',
  });
});

it.each(forms.filter(([key]) => key !== 'maintenance'))(
  'says what is wrong in the form of %s before it asks why',
  async (key, label, _good, bad, _field, fault) => {
    const { user, server } = open(key);
    const input = await screen.findByRole('textbox', { name: label }, patience);
    await user.clear(input);
    await user.type(input, bad);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findAllByText(fault))[0]).toBeVisible();
    expect(input).toBeInvalid();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.asked('save_setting')).toEqual([]);
  },
);

it.each(forms)('shows at the field of %s what the server refused', async (key, label, good, _bad, field, fault) => {
  const { user } = open(key, () => refused(`invalid_${field}`));
  const input = await screen.findByRole('textbox', { name: label }, patience);
  await user.clear(input);
  await user.type(input, good);
  await confirm(user);
  expect((await screen.findAllByText(fault, undefined, patience))[0]).toBeVisible();
  expect(input).toBeInvalid();
});

it('keeps what was typed when somebody else has saved, and shows the newest when asked', async () => {
  const { user } = open('branding', () => refused('changed_meanwhile'));
  const input = await screen.findByRole('textbox', { name: 'Product name' }, patience);
  await user.type(input, ' Two');
  await confirm(user);
  expect(await screen.findByText(/Somebody else has saved in the meantime/, undefined, patience)).toBeVisible();
  expect(input).toHaveValue('AI Ready Two');
  await user.click(screen.getByRole('button', { name: 'Show what is kept now' }));
  expect(screen.getByRole('textbox', { name: 'Product name' })).toHaveValue('AI Ready');
});

it('shows what a track costs before and after a new rate', async () => {
  const { user } = open('tax');
  const rate = await screen.findByRole('textbox', { name: 'Rate in per cent' }, patience);
  await user.clear(rate);
  await user.type(rate, '12');
  const row = screen.getByRole('row', { name: /To pay/ });
  expect(within(row).getByText('₹5,898.82')).toBeVisible();
  expect(within(row).getByText('₹5,598.88')).toBeVisible();
  await user.clear(rate);
  expect(screen.getByText('Shown once every field is right.')).toBeVisible();
});

it('needs a message to show the notice', async () => {
  const { user } = open('maintenance');
  await user.click(await screen.findByRole('checkbox', { name: 'Show the notice' }, patience));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findAllByText('Write a message of at most 300 characters.'))[0]).toBeVisible();
});

it('says when there is no such setting', async () => {
  open('secrets');
  expect(await screen.findByRole('heading', { name: 'There is no such setting' }, patience)).toBeVisible();
});
