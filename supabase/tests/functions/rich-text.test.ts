import { describe, expect, it } from 'vitest';
import { addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const fault = (doc: unknown) => db.value('select private.rich_text_fault($1)', [JSON.stringify(doc)]);
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const link = (href: unknown) => doc(paragraph(text('here', { type: 'link', attrs: { href } })));
const nested = (depth: number): unknown =>
  depth === 0 ? paragraph(text('deep')) : { type: 'blockquote', content: [nested(depth - 1)] };

describe('a document', () => {
  it('may hold what the editor writes', async () => {
    const item = (words: string) => ({ type: 'listItem', content: [paragraph(text(words))] });
    expect(
      await fault(
        doc(
          { type: 'heading', attrs: { level: 3 }, content: [text('Models')] },
          paragraph(
            text('Plain '),
            text('bold', { type: 'bold' }, { type: 'italic' }),
            { type: 'hardBreak' },
            text('x', { type: 'underline' }, { type: 'strike' }, { type: 'code' }),
          ),
          { type: 'bulletList', content: [item('One'), item('Two')] },
          { type: 'orderedList', attrs: { start: 3 }, content: [item('Three')] },
          { type: 'blockquote', content: [paragraph(text('Said'))] },
          { type: 'codeBlock', content: [text('select 1')] },
          { type: 'horizontalRule' },
          { type: 'paragraph' },
        ),
      ),
    ).toBeNull();
  });

  it.each([
    'https://example.com',
    'http://example.com/a?b=c#d',
    'HTTPS://EXAMPLE.COM/ü',
    "https://en.wikipedia.org/wiki/Bayes'_theorem",
    'mailto:help@example.com?subject=Hello',
    'mailto:help@example.com',
  ])('may link to %s', async (href) => {
    expect(await fault(link(href))).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    '//evil.example',
    '/dashboard',
    '#top',
    'https:',
    'https://',
    'https://a b',
    'https://example.com/"onmouseover="alert(1)',
    'https://example.com/<script>',
    'mailto:',
    'mailto:javascript:alert(1)@x',
    '',
    `https://example.com/${'a'.repeat(2000)}`,
    null,
    5,
    ['https://example.com'],
    { toString: 'https://example.com' },
  ])('may not link to %j', async (href) => {
    expect(await fault(link(href))).toBe('bad_link');
  });

  it.each([
    ['a script', doc({ type: 'script', content: [text('alert(1)')] }), 'unknown_node'],
    ['an image', doc({ type: 'image', attrs: { src: 'x', onerror: 'alert(1)' } }), 'unknown_node'],
    ['an iframe', doc({ type: 'iframe', attrs: { src: 'javascript:alert(1)' } }), 'unknown_node'],
    ['raw HTML', doc({ type: 'html', html: '<script>alert(1)</script>' }), 'unknown_node'],
    ['a document in a document', doc(doc()), 'unknown_node'],
    ['words outside of a paragraph', doc(text('loose')), 'unknown_node'],
    ['a list item outside of a list', doc({ type: 'listItem', content: [paragraph()] }), 'unknown_node'],
    ['a block in a paragraph', doc(paragraph(paragraph())), 'unknown_node'],
    ['the name of an inherited property', doc({ type: 'constructor' }), 'unknown_node'],
    [
      'an event attribute',
      doc({ type: 'paragraph', attrs: { onclick: 'alert(1)' }, content: [text('x')] }),
      'bad_attribute',
    ],
    [
      'a style',
      doc({ type: 'heading', attrs: { level: 3, style: 'position:fixed' }, content: [text('x')] }),
      'bad_attribute',
    ],
    ['attributes that are none', doc({ type: 'heading', attrs: 3 }), 'bad_attribute'],
    ['a heading without a level', doc({ type: 'heading' }), 'bad_attribute'],
    ['a heading of the page', doc({ type: 'heading', attrs: { level: 1 } }), 'bad_attribute'],
    ['a level in words', doc({ type: 'heading', attrs: { level: '3' } }), 'bad_attribute'],
    ['a start that is no number', doc({ type: 'orderedList', attrs: { start: '1' }, content: [] }), 'bad_attribute'],
    ['a key of its own', doc({ type: 'paragraph', dangerouslySetInnerHTML: { __html: '<b>' } }), 'unknown_attribute'],
    ['a mark that there is not', doc(paragraph(text('x', { type: 'script' }))), 'unknown_mark'],
    [
      'a mark with attributes',
      doc(paragraph(text('x', { type: 'bold', attrs: { onclick: 'a' } }))),
      'unknown_attribute',
    ],
    [
      'a link with more than its address',
      doc(paragraph(text('x', { type: 'link', attrs: { href: 'https://example.com', onclick: 'alert(1)' } }))),
      'unknown_attribute',
    ],
    ['a link without attributes', doc(paragraph(text('x', { type: 'link' }))), 'unknown_attribute'],
    ['marks that are none', doc(paragraph({ type: 'text', text: 'x', marks: 'bold' })), 'bad_marks'],
    ['a mark that is a word', doc(paragraph({ type: 'text', text: 'x', marks: ['bold'] })), 'bad_marks'],
    ['marked code', doc({ type: 'codeBlock', content: [text('x', { type: 'bold' })] }), 'bad_text'],
    ['text that is an object', doc(paragraph({ type: 'text', text: { a: 1 } })), 'bad_text'],
    ['text in a block', doc({ type: 'paragraph', text: 'x' }), 'bad_text'],
    ['content in a text', doc(paragraph({ type: 'text', text: 'x', content: [] })), 'bad_text'],
    ['content that is a word', doc({ type: 'paragraph', content: 'x' }), 'bad_content'],
    ['a line that holds something', doc({ type: 'horizontalRule', content: [] }), 'bad_content'],
    ['a node that is null', doc(null), 'not_a_node'],
    ['a node that is a word', doc('<script>'), 'not_a_node'],
    ['a type that is a list', doc({ type: ['paragraph'] }), 'not_a_node'],
    ['no document', paragraph(), 'unknown_node'],
    ['a word', '<script>alert(1)</script>', 'not_a_node'],
    ['a list', [], 'not_a_node'],
    ['more depth than anybody reads', doc(nested(25)), 'too_deep'],
    ['more than 200 kB', doc(paragraph(text('x'.repeat(204_800)))), 'too_large'],
    ['depth and size to exhaust the server', doc(nested(800)), 'too_deep'],
  ])('may not hold %s', async (_what, hostile, reason) => {
    expect(await fault(hostile)).toBe(reason);
  });

  it('that is hostile is refused by the tables themselves, whoever writes', async () => {
    const id = await addTrack(db);
    const hostile = JSON.stringify(link('javascript:alert(1)'));
    await expect(db.rows('update public.tracks set content = $2 where id = $1', [id, hostile])).rejects.toMatchObject({
      code: '23514',
    });
    await expect(
      db.rows(`insert into public.modules (title, content) values ('x', $1)`, [hostile]),
    ).rejects.toMatchObject({ code: '23514' });
    await db.rows('update public.tracks set content = $2 where id = $1', [
      id,
      JSON.stringify(link('https://example.com')),
    ]);
  });
});

it('has its words as plain text', async () => {
  const words = await db.value('select private.rich_text_plain($1)', [
    JSON.stringify(
      doc(
        { type: 'heading', attrs: { level: 3 }, content: [text('Title')] },
        paragraph(text('One '), text('two', { type: 'bold' }), { type: 'hardBreak' }, text('three')),
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph(text('a'))] },
            { type: 'listItem', content: [paragraph(text('b'))] },
          ],
        },
      ),
    ),
  ]);
  expect(words).toBe('Title\n\nOne two\nthree\n\na\nb');
});

it('is made of plain words, a paragraph for each block', async () => {
  expect(await db.value(`select private.document_of($1)`, ['One\nline\n\nTwo <b>'])).toEqual(
    doc(paragraph(text('One\nline')), paragraph(text('Two <b>'))),
  );
});
