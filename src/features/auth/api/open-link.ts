import { watchSession } from '~/entities/session/session-store';
import { AppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { LinkToken } from '../model/link-token';

const opening = new Map<string, Promise<string>>();

/**
 * Signs in by a mail's link and answers whose account it is. Throws `link_invalid` when the link no longer opens anything.
 * A link works once, and an effect may run twice: both get the one answer.
 */
export function openLink(token: LinkToken): Promise<string> {
  const key = JSON.stringify(token);
  const known = opening.get(key);
  if (known !== undefined) return known;
  const opened = open(token).catch((error: unknown) => {
    opening.delete(key);
    throw error;
  });
  if (token.kind === 'hash') opening.set(key, opened);
  return opened;
}

async function open(token: LinkToken): Promise<string> {
  const invalid = () => new AppError('link_invalid', { status: 403 });
  if (token.kind === 'none' || token.kind === 'expired') throw invalid();
  await watchSession();
  const supabase = await getSupabase();
  if (token.kind === 'hash') {
    const { data, error } = await supabase.auth.verifyOtp({ token_hash: token.tokenHash, type: token.type });
    if (error) {
      const known = toAppError(error);
      throw known.status >= 400 && known.status < 500 && known.status !== 429 ? invalid() : known;
    }
    return data.user?.email ?? '';
  }
  const { data, error } = await supabase.auth.getSession();
  if (error) throw toAppError(error);
  if (data.session === null) throw invalid();
  return data.session.user.email ?? '';
}
