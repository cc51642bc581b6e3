import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import { IdentityForm } from './identity-form';

/** Takes the file, then answers the row as the database does; `null` is a connection that breaks. */
async function handIn(code: string | null) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const { url } = new Request(input);
    if (url.includes('/storage/v1/')) return Response.json({ Id: crypto.randomUUID(), Key: 'identity-documents/file' });
    if (code === null) throw new TypeError('Failed to fetch');
    return Response.json(
      { code: 'P0001', message: code, details: 'Said for developers.', hint: null },
      { status: 400 },
    );
  });
  const { user } = renderApp(<IdentityForm userId="0b7e5b0a-5f0e-4a53-8f0c-6a4c1e6f7a01" />);
  await user.upload(
    screen.getByLabelText('Photo or scan'),
    new File(['scan'], 'passport.pdf', { type: 'application/pdf' }),
  );
  await user.click(screen.getByRole('button', { name: 'Hand in the document' }));
  return screen.findByRole('alert');
}

describe('handing in an identity document', () => {
  it('leads to the profile when the name is missing', async () => {
    expect(await handIn('name_missing')).toHaveTextContent('Your profile has no name yet');
    expect(screen.getByRole('link', { name: 'Enter your name in your profile' })).toHaveAttribute('href', '/profile');
  });

  it('asks for the file again when it did not arrive', async () => {
    expect(await handIn('document_missing')).toHaveTextContent('Choose it again');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says everything else as elsewhere', async () => {
    expect(await handIn(null)).toHaveTextContent(/connection|internet|network/i);
  });
});
