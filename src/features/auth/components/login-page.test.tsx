import { beforeEach, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import LoginPage from './login-page';

const fetched = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetched.mockReset()));

it('names each faulty field, in a summary that takes the focus and leads there', async () => {
  const { user, getByRole, getByLabelText, findByRole } = renderApp(<LoginPage />);
  await user.type(getByLabelText('E-mail'), 'not-an-address');
  await user.click(getByRole('button', { name: 'Sign in' }));
  const summary = await findByRole('alert');
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent('2 things need your attention');
  expect(getByLabelText('E-mail')).toHaveAccessibleDescription('Enter an e-mail address such as name@example.com');
  await user.click(getByRole('link', { name: 'Enter your password' }));
  expect(getByLabelText('Password')).toHaveFocus();
  expect(fetched).not.toHaveBeenCalled();
});

it('says that e-mail or password is wrong and keeps what was typed', async () => {
  fetched.mockImplementation(() =>
    Promise.resolve(
      Response.json(
        { code: 'invalid_credentials', error_code: 'invalid_credentials', msg: 'Invalid login credentials' },
        { status: 400 },
      ),
    ),
  );
  const { user, getByRole, getByLabelText, findByRole } = renderApp(<LoginPage />);
  await user.type(getByLabelText('E-mail'), 'learner@example.com');
  await user.type(getByLabelText('Password'), 'wrong');
  await user.click(getByRole('button', { name: 'Sign in' }));
  expect(await findByRole('alert')).toHaveTextContent('E-mail or password is wrong');
  expect(getByLabelText('E-mail')).toHaveValue('learner@example.com');
});

it('shows the password on request', async () => {
  const { user, getByRole, getByLabelText } = renderApp(<LoginPage />);
  expect(getByLabelText('Password')).toHaveAttribute('type', 'password');
  await user.click(getByRole('button', { name: 'Show password' }));
  expect(getByLabelText('Password')).toHaveAttribute('type', 'text');
});
