import type { ExportListRequest } from '@contracts/export-list.ts';
import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { useDownloadList } from './download-list';
import { errorText } from '~/lib/i18n/error-text';

const formats = ['csv', 'xlsx'] as const;

/** The list on screen as a file. `request` says which list, with the filters that are set; `what` names it for screen readers. */
export function ListDownload(props: {
  request: (format: ExportListRequest['format']) => ExportListRequest;
  what: string;
  disabled?: boolean;
}) {
  const { t } = useTranslation('common');
  const download = useDownloadList();
  const format = download.isPending ? download.variables.format : null;
  return (
    <Group gap="xs" wrap="nowrap">
      {formats.map((each) => (
        <Button
          key={each}
          variant="default"
          size="sm"
          disabled={props.disabled}
          loading={format === each}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          aria-label={t(`download.${each}Of`, { what: props.what })}
          onClick={() =>
            download.mutate(props.request(each), {
              onError: (error) => void notify('error', errorText(t, error)),
            })
          }
        >
          {t(`download.${each}`)}
        </Button>
      ))}
    </Group>
  );
}
