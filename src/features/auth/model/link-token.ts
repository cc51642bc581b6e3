export type LinkToken =
  | { kind: 'hash'; tokenHash: string; type: 'recovery' | 'invite' }
  /** The client takes tokens from the address by itself. */
  | { kind: 'session' }
  | { kind: 'expired' }
  | { kind: 'none' };

/** What a link from one of our mails brings, by the address's search and hash. */
export function readLinkToken(search: string, hash: string): LinkToken {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  if ((query.get('error') ?? fragment.get('error')) !== null) return { kind: 'expired' };
  const tokenHash = query.get('token_hash');
  const type = query.get('type');
  if (tokenHash !== null && (type === 'recovery' || type === 'invite')) return { kind: 'hash', tokenHash, type };
  if (fragment.has('access_token') || query.has('code')) return { kind: 'session' };
  return { kind: 'none' };
}
