import { lazy, Suspense, type ReactNode } from 'react';

const RichText = lazy(() => import('./rich-text'));

/** Loaded only where a document is shown; meanwhile its words stand there, when they are known. */
export function LazyRichText({ content, fallback }: { content: unknown; fallback?: ReactNode }) {
  return (
    <Suspense fallback={fallback}>
      <RichText content={content} />
    </Suspense>
  );
}
