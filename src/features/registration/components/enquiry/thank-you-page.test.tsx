import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import ThankYouPage from './thank-you-page';

const path = '/register/thank-you';

it('shows the reference, what happens next, and copies the reference', async () => {
  const { user } = renderApp(<ThankYouPage />, { at: `${path}?reference=ENQ-7F3K9Q`, path });
  expect(screen.getByText('ENQ-7F3K9Q')).toBeVisible();
  expect(screen.getByText('Within two working days')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy reference' }));
  expect(await navigator.clipboard.readText()).toBe('ENQ-7F3K9Q');
});

it.each(['', '?reference=', '?reference=Call+1800'])('leads to the choice from an address with %j', (search) => {
  const { address } = renderApp(<ThankYouPage />, { at: `${path}${search}`, path });
  expect(address()).toBe('/register');
});
