import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Turns the pages of a list whose newest entries come first; shows nothing while there is one page. `page` counts from 0. */
export function NewerOlder(props: { page: number; hasMore: boolean; busy: boolean; onPage: (page: number) => void }) {
  const { t } = useTranslation('common');
  if (props.page === 0 && !props.hasMore) return null;
  return (
    <Group justify="space-between" mt="md">
      <Button variant="default" size="sm" disabled={props.page === 0} onClick={() => props.onPage(props.page - 1)}>
        {t('pages.newer')}
      </Button>
      <Button
        variant="default"
        size="sm"
        disabled={!props.hasMore || props.busy}
        onClick={() => props.onPage(props.page + 1)}
      >
        {t('pages.older')}
      </Button>
    </Group>
  );
}
