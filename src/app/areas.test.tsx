import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { routes } from '~/lib/paths';
import { renderApp } from '~/testing/render';
import { areaAt } from './areas';

const open: string[] = [
  routes.landing,
  routes.track,
  routes.verify,
  routes.verifyNumber,
  routes.privacy,
  routes.terms,
  routes.refundPolicy,
];

it.each(Object.values(routes))('finds %s in an area, or among the public pages', (pattern) => {
  expect(areaAt(pattern) === null).toBe(open.includes(pattern));
});

it('says so when an area has nothing at an address', async () => {
  renderApp(areaAt('/checkout'), { at: '/checkout/no/such' });
  expect(
    await screen.findByRole('heading', { name: 'There is nothing at this address' }, { timeout: 8_000 }),
  ).toBeVisible();
});
