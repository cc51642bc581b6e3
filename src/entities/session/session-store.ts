import { arrival } from '~/lib/arrival';
import { getSupabase } from '~/lib/supabase/lazy';
import { hasStoredSession } from '~/lib/supabase/stored-session';

export type SessionState =
  { status: 'loading' } | { status: 'anonymous' } | { status: 'signed-in'; userId: string; email: string };

let state: SessionState = { status: 'loading' };
let watching: Promise<void> | null = null;
const listeners = new Set<() => void>();

function setState(next: SessionState) {
  const same =
    next.status === 'signed-in' &&
    state.status === 'signed-in' &&
    next.userId === state.userId &&
    next.email === state.email;
  if (same || (next.status === state.status && next.status !== 'signed-in')) return;
  state = next;
  for (const listener of listeners) listener();
}

async function listen() {
  const supabase = await getSupabase();
  supabase.auth.onAuthStateChange((_event, session) => {
    setState(
      session === null
        ? { status: 'anonymous' }
        : { status: 'signed-in', userId: session.user.id, email: session.user.email ?? '' },
    );
  });
}

/** Loads the client and follows it. Call before signing in or verifying a code; calling it again is free. */
export function watchSession(): Promise<void> {
  watching ??= listen().catch((error: unknown) => {
    watching = null;
    throw error;
  });
  return watching;
}

/** A browser without a stored session is a stranger's: that is known at once, and the client is not loaded for it. */
export function startSession() {
  const tokensInAddress = /(^|[#&?])(access_token|code)=/.test(arrival.hash + arrival.search);
  if (hasStoredSession() || tokensInAddress) watchSession().catch(() => setState({ status: 'anonymous' }));
  else setState({ status: 'anonymous' });
}

export const readSession = () => state;

export function subscribeSession(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
