import { Fragment, type ReactNode } from 'react';
import classes from './rich-text.module.css';
import { safeLink } from './safe-link';

const deepest = 20;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const attribute = (node: Record<string, unknown>, name: string) =>
  isRecord(node.attrs) ? node.attrs[name] : undefined;

/** A stored document as React elements. It makes the elements that are listed here and no others; the rest of the document is left out. */
export default function RichText({ content }: { content: unknown }) {
  return <div className={classes.text}>{isRecord(content) && content.type === 'doc' && inside(content, 0)}</div>;
}

function inside(node: Record<string, unknown>, depth: number): ReactNode {
  if (!Array.isArray(node.content) || depth > deepest) return null;
  return node.content
    .filter(isRecord)
    .map((child, index) => <Fragment key={index}>{element(child, depth + 1)}</Fragment>);
}

function element(node: Record<string, unknown>, depth: number): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{inside(node, depth)}</p>;
    case 'heading': {
      // The page has its own h1 and h2.
      const level = attribute(node, 'level');
      const Heading = level === 5 ? 'h5' : level === 4 ? 'h4' : 'h3';
      return <Heading>{inside(node, depth)}</Heading>;
    }
    case 'bulletList':
      return <ul>{inside(node, depth)}</ul>;
    case 'orderedList': {
      const start = attribute(node, 'start');
      return <ol start={typeof start === 'number' ? start : undefined}>{inside(node, depth)}</ol>;
    }
    case 'listItem':
      return <li>{inside(node, depth)}</li>;
    case 'blockquote':
      return <blockquote>{inside(node, depth)}</blockquote>;
    case 'codeBlock':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{inside(node, depth)}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'hardBreak':
      return <br />;
    case 'text':
      return typeof node.text === 'string' ? marked(node.text, node.marks) : null;
    default:
      return null;
  }
}

function marked(text: string, marks: unknown): ReactNode {
  if (!Array.isArray(marks)) return text;
  return marks.filter(isRecord).reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>;
      case 'italic':
        return <em>{inner}</em>;
      case 'underline':
        return <u>{inner}</u>;
      case 'strike':
        return <s>{inner}</s>;
      case 'code':
        return <code>{inner}</code>;
      case 'link': {
        const href = safeLink(attribute(mark, 'href'));
        return href === null ? (
          inner
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow">
            {inner}
          </a>
        );
      }
      default:
        return inner;
    }
  }, text);
}
