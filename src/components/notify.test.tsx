import { Notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import { notify } from './notify';

it('shows a passing message that can be closed by name', async () => {
  const { user } = renderApp(<Notifications transitionDuration={0} />);
  await notify('success', 'Saved.');
  expect(await screen.findByText('Saved.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
});
