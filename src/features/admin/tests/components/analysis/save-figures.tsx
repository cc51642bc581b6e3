import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '~/lib/save-file';
import { fileName } from '../../model/file-name';
import { csvOf } from '../../model/import/write-csv';
import type { Item } from '../../schemas';

const columns = [
  'question',
  'version',
  'kind',
  'asked',
  'omitted',
  'right',
  'facility',
  'correlation',
  'index',
  'upper',
  'lower',
  'seconds',
  'remarks',
] as const;

/** The table on screen, figures in full. */
export function SaveFigures({ items, title }: { items: Item[]; title: string }) {
  const { t } = useTranslation('adminTests');
  const rows = () =>
    items.map((item) => [
      item.prompt,
      item.version,
      t(`kind.${item.kind}`),
      item.attempts,
      item.omitted,
      item.right,
      item.facility ?? '',
      item.correlation ?? '',
      item.index ?? '',
      item.upper ?? '',
      item.lower ?? '',
      item.seconds ?? '',
      item.flags.map((flag) => t(`analysis.flag.${flag}`)).join('; '),
    ]);
  const save = () => {
    const text = csvOf([columns.map((column) => t(`analysis.csv.${column}`)), ...rows()]);
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(`${title}-${t('analysis.title')}`, 'csv'));
  };
  return (
    <Button variant="default" mt="md" leftSection={<IconDownload size={18} aria-hidden="true" />} onClick={save}>
      {t('analysis.export')}
    </Button>
  );
}
