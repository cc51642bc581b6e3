/** The Markdown that the modules are written in: `##`, paragraphs, lists, bold, italic, code. */
export function markdownToHtml(text: string): string {
  return text.split(/\n{2,}/).map(block).join('\n');
}

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function block(text: string): string {
  const lines = text.trim().split('\n');
  const first = lines[0] ?? '';
  if (first.startsWith('## ')) return `<h2>${inline(first.slice(3))}</h2>`;
  if (first.startsWith('- ')) return list('ul', lines, /^- /);
  if (/^\d+\. /.test(first)) return list('ol', lines, /^\d+\. /);
  return `<p>${inline(lines.join(' '))}</p>`;
}

const list = (tag: 'ul' | 'ol', lines: string[], mark: RegExp) =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${tag}>`;

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replace(/`(.+?)`/g, '<code>$1</code>');
}
