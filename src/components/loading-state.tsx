import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Grey lines where the content will stand. */
export function LoadingState({ lines = 3, height = 56 }: { lines?: number; height?: number }) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="sm" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={height} aria-hidden="true" />
      ))}
    </Stack>
  );
}
