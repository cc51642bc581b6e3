import { marked } from 'marked';

/** Our own modules are the only input, so their HTML needs no sanitizing. */
export const markdownToHtml = (text: string) => marked.parse(text, { async: false });

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
