export const sessionStorageKey = 'ai-ready-session';

/** A hint only: whether this browser holds a session, told without loading the client. Nothing is allowed because of it. */
export function hasStoredSession(): boolean {
  try {
    return localStorage.getItem(sessionStorageKey) !== null;
  } catch {
    return false;
  }
}
