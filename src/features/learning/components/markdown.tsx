import { lexer, type MarkedToken, type Token } from 'marked';
import { Fragment, useMemo, type ReactNode } from 'react';
import { safeHref } from '../model/safe-href';
import classes from './markdown.module.css';

const known = new Set<string>([
  'heading',
  'paragraph',
  'text',
  'strong',
  'em',
  'del',
  'codespan',
  'code',
  'link',
  'list',
  'blockquote',
  'hr',
  'br',
  'table',
  'escape',
  'html',
  'image',
]);
const isKnown = (token: Token): token is MarkedToken => known.has(token.type);

/** Markdown as React elements. HTML in it is shown as text, never read as HTML; links go only to safe addresses. */
export function Markdown({ text }: { text: string }) {
  const tokens = useMemo(() => lexer(text), [text]);
  return <div className={classes.text}>{render(tokens)}</div>;
}

function render(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.filter(isKnown).map((token, index) => <Fragment key={index}>{renderToken(token)}</Fragment>);
}

const headings = ['h3', 'h3', 'h4', 'h5', 'h6', 'h6'] as const;

function renderToken(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'heading': {
      // The page has its own h1 and h2.
      const Heading = headings[token.depth - 1] ?? 'h6';
      return <Heading>{render(token.tokens)}</Heading>;
    }
    case 'paragraph':
      return <p>{render(token.tokens)}</p>;
    case 'text':
      return token.tokens === undefined ? decode(token.text) : render(token.tokens);
    case 'strong':
      return <strong>{render(token.tokens)}</strong>;
    case 'em':
      return <em>{render(token.tokens)}</em>;
    case 'del':
      return <del>{render(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'code':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'link':
      return <SafeLink href={token.href}>{render(token.tokens)}</SafeLink>;
    case 'list': {
      const items = token.items.map((item, index) => <li key={index}>{render(item.tokens)}</li>);
      return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'blockquote':
      return <blockquote>{render(token.tokens)}</blockquote>;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'table':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className={classes.scroll} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {token.header.map((cell, index) => (
                  <th key={index} scope="col">
                    {render(cell.tokens)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {token.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, place) => (
                    <td key={place}>{render(cell.tokens)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'image':
    case 'escape':
    case 'html':
      return token.text;
    default:
      return null;
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  const safe = safeHref(href);
  if (safe === null) return <>{children}</>;
  return safe.startsWith('http') ? (
    <a href={safe} target="_blank" rel="noreferrer">
      {children}
    </a>
  ) : (
    <a href={safe}>{children}</a>
  );
}
