import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Says why there is nothing and what to do about it. `level` 1 when the page has no other heading. */
export function EmptyState(props: {
  icon?: TablerIcon;
  title: string;
  level?: 1 | 2;
  body?: string;
  action?: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      {Icon !== undefined && (
        <ThemeIcon size={52} radius="lg" variant="light" mb="xs">
          <Icon size={26} stroke={1.6} aria-hidden="true" />
        </ThemeIcon>
      )}
      <Title order={props.level ?? 2} size="h3">
        {props.title}
      </Title>
      {props.body !== undefined && (
        <Text c="dimmed" maw="32rem">
          {props.body}
        </Text>
      )}
      {props.action}
    </Stack>
  );
}
