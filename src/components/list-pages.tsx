import '@mantine/core/styles/Pagination.layer.css';
import { Group, Pagination, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  /** From 1. */
  page: number;
  perPage: number;
  total: number;
  onPage: (page: number, how?: { replace: boolean }) => void;
};

/** Which part of a list is shown, and the way to the rest. Says it to screen readers when it changes. */
export function ListPages({ page, perPage, total, onPage }: Props) {
  const { t } = useTranslation('common');
  const from = (page - 1) * perPage + 1;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const beyond = page > pages;
  useEffect(() => {
    // An old address, or the last row of the last page has gone.
    if (beyond) onPage(pages, { replace: true });
  });
  if (beyond) return null;
  return (
    <Group component="nav" aria-label={t('pages.label')} justify="space-between" gap="sm" mt="md">
      <Text size="sm" c="dimmed" role="status">
        {t('pages.shown', { from, to: Math.min(from + perPage - 1, total), count: total })}
      </Text>
      {pages > 1 && (
        <Pagination
          value={page}
          onChange={(next) => onPage(next)}
          total={pages}
          siblings={0}
          gap={6}
          getItemProps={(item) => ({ 'aria-label': t('pages.page', { page: item }) })}
          getControlProps={(control) => ({ 'aria-label': t(control === 'next' ? 'pages.next' : 'pages.previous') })}
        />
      )}
    </Group>
  );
}
