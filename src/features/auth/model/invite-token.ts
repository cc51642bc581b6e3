import { readLinkToken } from './link-token';

const key = 'ai-ready-invitation';

/**
 * The token of an invitation leaves the address at once, so that neither the history nor a copied address holds it; the tab keeps
 * it, so that a reload goes on.
 */
export const inviteToken = {
  /** From the address, else what the tab kept, unless the address brings a link of another kind. */
  read(search: string, hash: string): string | null {
    const here = new URLSearchParams(search).get('invite');
    if (here !== null && here !== '') return here;
    return readLinkToken(search, hash).kind === 'none' ? sessionStorage.getItem(key) : null;
  },
  keep: (token: string) => sessionStorage.setItem(key, token),
  forget: () => sessionStorage.removeItem(key),
};
