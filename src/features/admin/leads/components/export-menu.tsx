import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { useDownloadList } from '~/entities/exported-list/download-list';
import { errorText } from '~/lib/i18n/error-text';
import { exportParams } from '../api/export-params';
import type { LeadFilters } from '../model/filters';

/** The leads that the filters leave, all pages of them, as a file. */
export function ExportMenu({ filters }: { filters: LeadFilters }) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const download = useDownloadList();
  const ask = (format: 'csv' | 'xlsx') =>
    download.mutate(
      { list: 'leads', format, params: exportParams(filters) },
      { onError: (error) => void notify('error', errorText(common, error)) },
    );
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          loading={download.isPending}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeCsv size={18} aria-hidden="true" />} onClick={() => ask('csv')}>
          {t('export.csv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />} onClick={() => ask('xlsx')}>
          {t('export.xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
