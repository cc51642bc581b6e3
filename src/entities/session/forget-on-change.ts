import { readSession, subscribeSession } from './session-store';

const personNow = () => {
  const session = readSession();
  return session.status === 'signed-in' ? session.userId : null;
};

/**
 * One person's data must never be shown to the next who signs in on this browser. Follows the session itself, not a component:
 * people change while public pages are open, too, and in other tabs.
 */
export function forgetOnChangeOfPerson(forget: () => void): () => void {
  let known = personNow();
  return subscribeSession(() => {
    const person = personNow();
    if (known !== null && person !== known) forget();
    known = person;
  });
}
