import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props<Cursor> = {
  /** Null when it was not counted. */
  total: number | null;
  /** There are more than `total`. */
  capped: boolean;
  previous: Cursor | null;
  next: Cursor | null;
  onTurn: (cursor: Cursor) => void;
};

/** The way through a list that has no numbered pages: each page says where the one before and the one behind it begin. */
export function CursorPages<Cursor>({ total, capped, previous, next, onTurn }: Props<Cursor>) {
  const { t } = useTranslation('common');
  const shown = (total ?? 0).toLocaleString('en-IN');
  return (
    <Group component="nav" aria-label={t('pages.label')} justify="space-between" gap="sm" mt="md">
      <Text size="sm" c="dimmed" role="status">
        {total !== null && (capped ? t('pages.foundMany', { shown }) : t('pages.found', { count: total, shown }))}
      </Text>
      {(previous !== null || next !== null) && (
        <Group gap="xs">
          <Button
            variant="default"
            size="sm"
            disabled={previous === null}
            leftSection={<IconChevronLeft size={18} aria-hidden="true" />}
            onClick={() => previous !== null && onTurn(previous)}
          >
            {t('pages.previous')}
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={next === null}
            rightSection={<IconChevronRight size={18} aria-hidden="true" />}
            onClick={() => next !== null && onTurn(next)}
          >
            {t('pages.next')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
