import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '~/lib/use-page-title';

/** The page's one h1; also names the browser tab. */
export function PageHeader(props: { title: string; description?: string; actions?: ReactNode }) {
  usePageTitle(props.title);
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="md" mb="xl">
      <Stack gap={6} maw="42rem">
        <Title order={1}>{props.title}</Title>
        {props.description !== undefined && <Text c="dimmed">{props.description}</Text>}
      </Stack>
      {props.actions}
    </Group>
  );
}
