/** Where a stored text may link to: http, https and mail. Null for anything else, however it is disguised. */
export function safeLink(href: unknown): string | null {
  if (typeof href !== 'string' || !/^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@)/i.test(href) || !URL.canParse(href))
    return null;
  return ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol) ? href : null;
}
