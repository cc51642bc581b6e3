import { Input, Skeleton } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import type { CleanDocument } from '../../model/rich-document';
import type { RichDocument } from '../../schemas';

const RichEditor = lazy(() => import('./rich-editor'));

type Props = {
  label: string;
  hint: string;
  error?: string;
  initial: RichDocument;
  /** Null when nothing is written. */
  onChange: (doc: CleanDocument | null) => void;
  readOnly?: boolean;
};

/** A text with headings, lists and links. The editor is large and comes when it is needed. */
export function RichTextField({ label, hint, error, ...editor }: Props) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" description={hint} error={error} id={id}>
      <Suspense fallback={<Skeleton height={240} mt="xs" />}>
        <RichEditor {...editor} label={label} />
      </Suspense>
    </Input.Wrapper>
  );
}
