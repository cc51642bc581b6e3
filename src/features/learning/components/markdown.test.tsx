import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import { Markdown } from './markdown';

it('shows headings below those of the page, lists, emphasis and tables', () => {
  renderApp(
    <Markdown
      text={'# Title\n\nSome **strong** words & more.\n\n1. one\n2. two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'}
    />,
  );
  expect(screen.getByRole('heading', { name: 'Title', level: 3 })).toBeVisible();
  expect(screen.getByText('strong').tagName).toBe('STRONG');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByRole('columnheader', { name: 'b' })).toBeVisible();
});

it('never reads HTML as HTML', () => {
  const { container } = renderApp(
    <Markdown
      text={
        '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> and <b onclick="x()">bold</b>\n\n![pic](javascript:alert(1))'
      }
    />,
  );
  expect(container.querySelector('script, img, b, iframe')).toBeNull();
  expect(container).toHaveTextContent('<script>alert(1)</script>');
});

it('links only to safe addresses', () => {
  renderApp(<Markdown text={'[good](https://example.com) [bad](javascript:alert(1)) [worse](data:text/html,x)'} />);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://example.com']);
  expect(screen.getByText(/bad/)).toBeVisible();
});
