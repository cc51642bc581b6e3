import { safeLink } from '~/components/rich-text/safe-link';
import type { RichDocument } from '../schemas';

type Mark = { type: string; attrs?: { href: string } };
type Node = {
  type: string;
  attrs?: { level?: number; start?: number };
  content?: Node[];
  text?: string;
  marks?: Mark[];
};

export type CleanDocument = { type: 'doc'; content: Node[] };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const plainMarks = ['bold', 'italic', 'underline', 'strike', 'code'];
const withoutAttributes = [
  'doc',
  'paragraph',
  'bulletList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
];

/** What the editor holds, without what the database does not keep: attributes of its own, links elsewhere than to the web and to mail. */
export function cleanDocument(json: unknown): CleanDocument {
  const content = cleanNode(json, false)?.content ?? [];
  // The editor keeps an empty line at the end to write on.
  const end = content.findLastIndex((node) => node.type !== 'paragraph' || (node.content ?? []).length > 0);
  return { type: 'doc', content: content.slice(0, end + 1) };
}

function cleanNode(json: unknown, inCode: boolean): Node | null {
  if (!isRecord(json)) return null;
  if (json.type === 'text') {
    if (typeof json.text !== 'string' || json.text === '') return null;
    const marks = inCode || !Array.isArray(json.marks) ? [] : json.marks.flatMap(cleanMark);
    return { type: 'text', text: json.text, ...(marks.length > 0 && { marks }) };
  }
  const attrs = isRecord(json.attrs) ? json.attrs : {};
  const content = Array.isArray(json.content)
    ? { content: json.content.flatMap((child) => cleanNode(child, json.type === 'codeBlock') ?? []) }
    : {};
  if (json.type === 'heading') {
    return { type: 'heading', attrs: { level: attrs.level === 4 || attrs.level === 5 ? attrs.level : 3 }, ...content };
  }
  if (json.type === 'orderedList') {
    const { start } = attrs;
    return { type: 'orderedList', ...(typeof start === 'number' && start > 1 && { attrs: { start } }), ...content };
  }
  const type = withoutAttributes.find((each) => each === json.type);
  if (type === undefined) return null;
  return type === 'hardBreak' || type === 'horizontalRule' ? { type } : { type, ...content };
}

function cleanMark(mark: unknown): Mark[] {
  if (!isRecord(mark)) return [];
  const plain = plainMarks.find((each) => each === mark.type);
  if (plain !== undefined) return [{ type: plain }];
  const href = mark.type === 'link' && isRecord(mark.attrs) ? safeLink(mark.attrs.href) : null;
  if (href === null) return [];
  // As a browser would send it: with spaces and quotes written as the database takes them.
  return [{ type: 'link', attrs: { href: /^mailto:/i.test(href) ? href : new URL(href).href } }];
}

/** Its words, one line for each block: to show what changed, and whether there is anything. */
export function documentWords(doc: unknown): string {
  if (!isRecord(doc)) return '';
  if (doc.type === 'text') return typeof doc.text === 'string' ? doc.text : '';
  if (doc.type === 'hardBreak') return ' ';
  if (!Array.isArray(doc.content)) return '';
  const inline = doc.type === 'paragraph' || doc.type === 'heading' || doc.type === 'codeBlock';
  return doc.content.map(documentWords).join(inline ? '' : '\n');
}

export const isEmptyDocument = (doc: unknown) => documentWords(doc).trim() === '';

/** Plain words as a document, a paragraph for each block of lines. */
export function documentOf(text: string): RichDocument {
  const blocks = text.split(/\n\s*\n/).flatMap((block) => (block.trim() === '' ? [] : [block.trim()]));
  return {
    type: 'doc',
    content: blocks.map((block) => ({ type: 'paragraph', content: [{ type: 'text', text: block }] })),
  };
}
