import { screen, waitFor } from '@testing-library/react';
import { useSearchParams } from 'react-router';
import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import { SearchField } from './search-field';

function Page() {
  const [address, setAddress] = useSearchParams();
  return (
    <>
      <SearchField
        label="Search"
        value={address.get('q') ?? ''}
        onSearch={(text) => setAddress(text ? { q: text } : {})}
      />
      <button type="button" onClick={() => setAddress({ q: 'elsewhere' })}>
        Change the address
      </button>
    </>
  );
}

it('searches after the last letter, and at once by Enter', async () => {
  const { user, address } = renderApp(<Page />, { at: '/list' });
  await user.type(screen.getByRole('textbox', { name: 'Search' }), ' asha ');
  expect(address()).toBe('/list');
  await waitFor(() => expect(address()).toBe('/list?q=asha'));
  await user.type(screen.getByRole('textbox', { name: 'Search' }), 'rao{Enter}');
  expect(address()).toBe('/list?q=asha+rao');
});

it('clears by its button and keeps the focus', async () => {
  const { user, address } = renderApp(<Page />, { at: '/list?q=asha' });
  await user.click(screen.getByRole('button', { name: 'Clear the search' }));
  expect(address()).toBe('/list');
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveFocus();
});

it('follows an address that changes by itself, also while something is typed', async () => {
  const { user, address } = renderApp(<Page />, { at: '/list' });
  await user.type(screen.getByRole('textbox', { name: 'Search' }), 'asha');
  await user.click(screen.getByRole('button', { name: 'Change the address' }));
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('elsewhere');
  expect(address()).toBe('/list?q=elsewhere');
});
