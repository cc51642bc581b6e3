import { describe, expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import RichText from './rich-text';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const html = (content: unknown) =>
  renderApp(<RichText content={content} />).container.querySelector('div')?.innerHTML ?? '';

describe('RichText', () => {
  it('shows headings, lists, quotes, code and marks', () => {
    expect(
      html(
        doc(
          { type: 'heading', attrs: { level: 4 }, content: [text('Title')] },
          paragraph(text('bold', { type: 'bold' }, { type: 'italic' }), { type: 'hardBreak' }, text('plain')),
          {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
          },
          { type: 'blockquote', content: [paragraph(text('said', { type: 'strike' }, { type: 'underline' }))] },
          { type: 'codeBlock', content: [text('a < b')] },
          { type: 'horizontalRule' },
        ),
      ),
    ).toBe(
      '<h4>Title</h4><p><em><strong>bold</strong></em><br>plain</p><ol start="3"><li><p>three</p></li></ol>' +
        '<blockquote><p><u><s>said</s></u></p></blockquote><pre tabindex="0"><code>a &lt; b</code></pre><hr>',
    );
  });

  it('opens links elsewhere, without telling where from', () => {
    const { getByRole } = renderApp(
      <RichText content={doc(paragraph(text('here', { type: 'link', attrs: { href: 'https://example.com/a' } })))} />,
    );
    const link = getByRole('link', { name: 'here' });
    expect(link).toHaveAttribute('href', 'https://example.com/a');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.com/x',
    '//evil.example',
    '/dashboard',
    'https:javascript:alert(1)',
    'mailto:',
    '',
    null,
    5,
    { href: 'https://example.com' },
  ])('shows only the words of a link to %j', (href) => {
    expect(html(doc(paragraph(text('here', { type: 'link', attrs: { href } }))))).toBe('<p>here</p>');
  });

  it.each([
    ['a script', doc({ type: 'script', content: [text('alert(1)')] }), ''],
    ['an image', doc({ type: 'image', attrs: { src: 'x', onerror: 'alert(1)' } }), ''],
    ['an element by name', doc({ type: 'iframe', attrs: { src: 'javascript:alert(1)' } }), ''],
    ['raw HTML', doc({ type: 'html', html: '<script>alert(1)</script>' }), ''],
    [
      'HTML in a text',
      doc(paragraph(text('<img src=x onerror=alert(1)>'))),
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    ],
    [
      'event attributes and styles',
      doc({
        type: 'paragraph',
        attrs: { onclick: 'alert(1)', style: 'position:fixed', class: 'x' },
        content: [text('x')],
      }),
      '<p>x</p>',
    ],
    ['props for React', doc({ type: 'paragraph', dangerouslySetInnerHTML: { __html: '<b>x</b>' } }), '<p></p>'],
    ['an own element', doc({ $$typeof: 'Symbol(react.element)', type: 'b', props: {} }), ''],
    ['a heading of the page', doc({ type: 'heading', attrs: { level: 1 }, content: [text('x')] }), '<h3>x</h3>'],
    ['a start that is text', doc({ type: 'orderedList', attrs: { start: '1" onclick="x' } }), '<ol></ol>'],
    ['unknown marks', doc(paragraph(text('x', { type: 'script' }, null, 'bold'))), '<p>x</p>'],
    ['text that is no text', doc(paragraph({ type: 'text', text: { toString: 'x' } })), '<p></p>'],
    ['content that is no list', doc({ type: 'paragraph', content: 'x' }), '<p></p>'],
    ['a type from the prototype', doc({ type: 'constructor' }, { type: '__proto__' }), ''],
    ['no document', { type: 'paragraph', content: [text('x')] }, ''],
    ['a word', '<script>alert(1)</script>', ''],
    ['nothing', null, ''],
  ])('makes nothing of %s', (_what, hostile, expected) => {
    expect(html(hostile)).toBe(expected);
  });

  it('ends where a document is too deep to have been written by a person', () => {
    let node: unknown = paragraph(text('deep'));
    for (let depth = 0; depth < 500; depth += 1) node = { type: 'blockquote', content: [node] };
    expect(html(doc(node))).not.toContain('deep');
  });
});
