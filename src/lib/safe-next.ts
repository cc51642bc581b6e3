const isControl = (character: string) => (character.codePointAt(0) ?? 0) < 32 || character === '\u007f';

/**
 * Where to go after sign-in. Only a path of this app is taken: `//host`, `/\host`, other schemes and control characters would
 * let a stranger's link send a person, just signed in, to a page that looks like ours.
 */
export function safeNextPath(next: string | null | undefined): string | null {
  if (next === null || next === undefined || !next.startsWith('/')) return null;
  if (next.includes('\\') || [...next].some(isControl)) return null;
  const base = 'https://own.invalid';
  if (!URL.canParse(next, base)) return null;
  const url = new URL(next, base);
  if (url.origin !== base || url.pathname.startsWith('//') || url.username !== '') return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
