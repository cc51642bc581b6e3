import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import type { ExportListRequest } from '@contracts/export-list.ts';
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { useDownloadList } from './download-list';

/** What the filters leave of a list, all pages of it, as a file. `request` says which list. */
export function ExportMenu({ request }: { request: (format: ExportListRequest['format']) => ExportListRequest }) {
  const { t } = useTranslation('common');
  const download = useDownloadList();
  const ask = (format: ExportListRequest['format']) =>
    download.mutate(request(format), { onError: (error) => void notify('error', errorText(t, error)) });
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          loading={download.isPending}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('download.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeCsv size={18} aria-hidden="true" />} onClick={() => ask('csv')}>
          {t('download.asCsv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />} onClick={() => ask('xlsx')}>
          {t('download.asXlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
