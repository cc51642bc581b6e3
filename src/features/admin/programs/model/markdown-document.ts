import { lexer, type MarkedToken, type Token } from 'marked';
import { safeLink } from '~/components/rich-text/safe-link';
import type { Json } from '~/types/database.types';
import type { RichDocument } from '../schemas';

type Node = { [key: string]: Json };
type Mark = { type: string; attrs?: { href: string } };

/** A lesson that is still Markdown, as the document that its editor begins with. Tables become lines; pictures and HTML stay as words. */
export function documentOfMarkdown(text: string): RichDocument {
  return { type: 'doc', content: blocks(lexer(text)) };
}

const isMarked = (_token: Token): _token is MarkedToken => true;

function blocks(tokens: readonly Token[]): Node[] {
  return tokens.filter(isMarked).flatMap(block);
}

function block(token: MarkedToken): Node[] {
  switch (token.type) {
    case 'heading':
      return [
        { type: 'heading', attrs: { level: Math.min(Math.max(token.depth + 1, 3), 5) }, content: inline(token.tokens) },
      ];
    case 'paragraph':
    case 'text':
      return paragraph(inline(token.tokens ?? [token]));
    case 'list': {
      const content = token.items.map((item) => ({ type: 'listItem', content: itemBlocks(blocks(item.tokens)) }));
      if (!token.ordered) return [{ type: 'bulletList', content }];
      const start = typeof token.start === 'number' ? token.start : 1;
      return [{ type: 'orderedList', ...(start > 1 && { attrs: { start } }), content }];
    }
    case 'blockquote':
      return [{ type: 'blockquote', content: itemBlocks(blocks(token.tokens)) }];
    case 'code':
      return [{ type: 'codeBlock', content: words(token.text, []) }];
    case 'hr':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return [token.header, ...token.rows].flatMap((row) =>
        paragraph(row.flatMap((cell, index) => [...(index > 0 ? words(' | ', []) : []), ...inline(cell.tokens)])),
      );
    case 'html':
      return paragraph(words(token.text.trim(), []));
    default:
      return [];
  }
}

const paragraph = (content: Node[]): Node[] => (content.length === 0 ? [] : [{ type: 'paragraph', content }]);
/** An item holds at least a paragraph. */
const itemBlocks = (content: Node[]): Node[] => (content.length === 0 ? [{ type: 'paragraph' }] : content);

function inline(tokens: readonly Token[], marks: Mark[] = []): Node[] {
  return tokens.filter(isMarked).flatMap((token) => inlineNode(token, marks));
}

function inlineNode(token: MarkedToken, marks: Mark[]): Node[] {
  switch (token.type) {
    case 'strong':
      return inline(token.tokens, [...marks, { type: 'bold' }]);
    case 'em':
      return inline(token.tokens, [...marks, { type: 'italic' }]);
    case 'del':
      return inline(token.tokens, [...marks, { type: 'strike' }]);
    case 'codespan':
      return words(token.text, [{ type: 'code' }]);
    case 'link': {
      const href = safeLink(token.href);
      return inline(token.tokens, href === null ? marks : [...marks, { type: 'link', attrs: { href } }]);
    }
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'text':
      return token.tokens === undefined ? words(decode(token.text), marks) : inline(token.tokens, marks);
    case 'escape':
    case 'html':
    case 'image':
      return words(token.text, marks);
    default:
      return [];
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
const words = (text: string, marks: Mark[]): Node[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks: marks.map((mark) => ({ ...mark })) }) }];
