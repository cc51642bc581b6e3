import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import { VerifyForm } from './verify-form';

it('goes to the page of a number, however it is typed', async () => {
  const { user, getByRole, address } = renderApp(<VerifyForm />);
  await user.type(getByRole('textbox', { name: 'Certificate number' }), ' arc-2026-7k3m9q{Enter}');
  expect(address()).toBe('/verify/ARC-2026-7K3M9Q');
});

it('says what is wrong at the field and brings the person back to it', async () => {
  const { user, getByRole, address } = renderApp(<VerifyForm />);
  await user.click(getByRole('button', { name: 'Verify' }));
  const field = getByRole('textbox', { name: 'Certificate number' });
  expect(field).toHaveFocus();
  expect(field).toHaveAccessibleDescription('Enter the certificate number');
  await user.type(field, 'not a number!{Enter}');
  expect(field).toHaveAccessibleDescription(/only letters, digits and dashes/);
  expect(address()).toBe('/');
});
