import { Text, Title } from '@mantine/core';
import { usePageTitle } from '~/lib/use-page-title';

export function AuthHeading({ title, lead }: { title: string; lead: string }) {
  usePageTitle(title);
  return (
    <header style={{ marginBottom: '2rem' }}>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" mt="xs">
        {lead}
      </Text>
    </header>
  );
}
