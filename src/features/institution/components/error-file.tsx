import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { useDownloadList } from '~/entities/exported-list/download-list';
import { errorText } from '~/lib/i18n/error-text';

const formats = ['csv', 'xlsx'] as const;

/** The rows that were not taken, with their reasons, to mend and hand in again. */
export function ErrorFile({ importId }: { importId: string }) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  const download = useDownloadList();
  return (
    <Group gap="xs">
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          size="sm"
          leftSection={format === 'csv' ? <IconDownload size={18} aria-hidden="true" /> : undefined}
          loading={download.isPending && download.variables.format === format}
          onClick={() =>
            download.mutate(
              { list: 'import-errors', format, params: { importId } },
              { onError: (error) => void notify('error', errorText(common, error)) },
            )
          }
        >
          {t(`import.errorFile.${format}`)}
        </Button>
      ))}
    </Group>
  );
}
