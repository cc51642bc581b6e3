import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function UploadProgress({ name, part, onStop }: { name: string; part: number; onStop: () => void }) {
  const { t } = useTranslation('programs');
  const percent = Math.floor(part * 100);
  const label = percent >= 100 ? t('media.checking', { name }) : t('media.sending', { name, percent });
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Text>{label}</Text>
        <Button variant="default" size="sm" onClick={onStop}>
          {t('media.stop')}
        </Button>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={t('media.progress', { name })} animated={percent >= 100} />
      </Progress.Root>
    </Stack>
  );
}
