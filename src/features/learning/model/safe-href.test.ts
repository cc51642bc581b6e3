import { expect, it } from 'vitest';
import { safeHref } from './safe-href';

it.each(['https://example.com/a?b=c', 'http://example.com', 'mailto:a@example.com', '/tracks/one', '#part-2'])(
  'links to %s',
  (href) => {
    expect(safeHref(href)).toBe(href);
  },
);

it.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  'relative',
  '',
])('does not link to %j', (href) => {
  expect(safeHref(href)).toBeNull();
});
