import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import TypePage from './type-page';

it.each([
  ['Learner', '/register/details', /first module today/],
  ['University', '/register/institution?kind=university', /whole cohorts/],
  ['School', '/register/institution?kind=school', /teachers and older pupils/],
  ['Organisation', '/register/institution?kind=organisation', /staff or members/],
])('leads a %s to %s', async (name, to, description) => {
  const { user, address } = renderApp(<TypePage />, { at: '/register', path: '/register' });
  const link = screen.getByRole('link', { name });
  expect(link).toHaveAccessibleDescription(description);
  link.focus();
  await user.keyboard('{Enter}');
  expect(address()).toBe(to);
});

it('asks nobody who comes with a track', () => {
  const { address } = renderApp(<TypePage />, { at: '/register?track=ai-foundations', path: '/register' });
  expect(address()).toBe('/register/details?track=ai-foundations');
});
