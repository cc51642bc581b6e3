/** An address that a text may link to: https, http, mail, or a path of this site; null for anything else. */
export function safeHref(href: string): string | null {
  const address = href.trim();
  if (/^\/(?![/\\])/.test(address) || /^#[\w-]*$/.test(address)) return address;
  if (!URL.canParse(address)) return null;
  return ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol) ? address : null;
}
