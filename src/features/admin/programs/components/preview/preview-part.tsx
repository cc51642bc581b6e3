import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Not a region of its own: the page behind has regions of the same names. */
export function PreviewPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
