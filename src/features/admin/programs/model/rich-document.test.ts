import { describe, expect, it } from 'vitest';
import { documentOfMarkdown } from './markdown-document';
import { cleanDocument, documentOf, documentWords, isEmptyDocument } from './rich-document';

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});

describe('cleanDocument', () => {
  it('keeps what is kept, without what the editor adds', () => {
    const full = { href: 'https://example.com', target: '_blank', rel: 'noopener', class: null };
    expect(
      cleanDocument({
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 4, textAlign: null }, content: [text('Title')] },
          { type: 'orderedList', attrs: { start: 1, type: null }, content: [] },
          { type: 'codeBlock', attrs: { language: null }, content: [text('x', { type: 'bold' })] },
          paragraph(text('here', { type: 'link', attrs: full }), { type: 'hardBreak', marks: [] }),
        ],
      }),
    ).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 4 }, content: [text('Title')] },
        { type: 'orderedList', content: [] },
        { type: 'codeBlock', content: [text('x')] },
        paragraph(text('here', { type: 'link', attrs: { href: 'https://example.com/' } }), { type: 'hardBreak' }),
      ],
    });
  });

  it('leaves out what must not be kept', () => {
    expect(
      cleanDocument({
        type: 'doc',
        content: [
          { type: 'image', attrs: { src: 'x' } },
          paragraph(text('here', { type: 'link', attrs: { href: 'javascript:alert(1)' } }), { type: 'text', text: '' }),
        ],
      }),
    ).toEqual({ type: 'doc', content: [paragraph(text('here'))] });
    expect(cleanDocument(null)).toEqual({ type: 'doc', content: [] });
    const lines = { type: 'doc', content: [{ type: 'paragraph' }, paragraph(text('x')), { type: 'paragraph' }] };
    expect(cleanDocument(lines)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }, paragraph(text('x'))] });
  });
});

describe('documentOfMarkdown', () => {
  it('turns a lesson into a document', () => {
    expect(
      documentOfMarkdown(
        '## Title\n\n**Bold** and *soft* [link](https://example.com) [no](javascript:alert(1)) `code` &amp;\n\n- one\n- two\n\n3. three\n\n> said\n\n```\na < b\n```\n\n---',
      ),
    ).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 3 }, content: [text('Title')] },
        paragraph(
          text('Bold', { type: 'bold' }),
          text(' and '),
          text('soft', { type: 'italic' }),
          text(' '),
          text('link', { type: 'link', attrs: { href: 'https://example.com' } }),
          text(' '),
          text('no'),
          text(' '),
          text('code', { type: 'code' }),
          text(' &'),
        ),
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph(text('one'))] },
            { type: 'listItem', content: [paragraph(text('two'))] },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
        },
        { type: 'blockquote', content: [paragraph(text('said'))] },
        { type: 'codeBlock', content: [text('a < b')] },
        { type: 'horizontalRule' },
      ],
    });
  });

  it('keeps HTML and tables as words', () => {
    const words = documentWords(documentOfMarkdown('<script>alert(1)</script>\n\n| a | b |\n| - | - |\n| c | d |'));
    expect(words).toContain('<script>');
    expect(words).toContain('a | b\nc | d');
  });
});

it('plain words are a paragraph for each block, and back', () => {
  const doc = documentOf('One\n\n\nTwo');
  expect(doc).toEqual({ type: 'doc', content: [paragraph(text('One')), paragraph(text('Two'))] });
  expect(documentWords(doc)).toBe('One\nTwo');
  expect(isEmptyDocument(doc)).toBe(false);
  expect(isEmptyDocument({ type: 'doc', content: [{ type: 'paragraph' }] })).toBe(true);
});
