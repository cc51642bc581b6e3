import type { UserEvent } from '@testing-library/user-event';

/** Puts a text into a field at once: letter by letter a large form takes seconds, and the letters are not what is tested. */
export async function fill(user: UserEvent, field: HTMLElement, text: string) {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}
