const longest = 120;

/** The sign that stands for a character nobody can see: ␀ to ␟ for the old ones, � for the rest. */
function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD';
}

/** A cell as a person can look at it: what cannot be seen gets its sign, what is endless is cut. */
export function visibleText(value: string): string {
  const shown = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return shown.replace(/\p{Cc}/gu, signOf);
}
