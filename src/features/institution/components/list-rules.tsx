import { Button, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { importColumns } from '@contracts/bulk-enrol.ts';
import { Trans, useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { saveFile } from '~/lib/save-file';
import { importTemplate } from '../model/import-template';
import type { TrackStanding } from '../schemas';
import classes from './list-rules.module.css';

/** What a list must look like, with one to begin from. */
export function ListRules({ tracks }: { tracks: TrackStanding[] }) {
  const { t } = useTranslation('institution');
  const rules = ['columns', tracks.length === 1 ? 'oneTrack' : 'track', 'formats', 'values', 'limit'] as const;
  const names = tracks.map((track) => track.track_name).join(', ');
  const example = ['asha@example.edu', 'Asha Rao', '22CS101', tracks[0]?.track_name ?? 'AI Foundations'];
  return (
    <Panel title={t('bulk.rules.title')}>
      <div className={classes.box}>
        <Table.ScrollContainer
          type="native"
          minWidth={0}
          tabIndex={0}
          role="region"
          aria-label={t('bulk.rules.example')}
        >
          <Table withTableBorder withColumnBorders className={classes.example} aria-label={t('bulk.rules.example')}>
            <Table.Thead>
              <Table.Tr>
                {importColumns.map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Table.Tr>
                {example.map((cell) => (
                  <Table.Td key={cell}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <ul className={classes.rules}>
          {rules.map((rule) => (
            <li key={rule}>
              <Trans
                t={t}
                i18nKey={`bulk.rules.${rule}`}
                values={{ tracks: names }}
                components={[<code key="column" />]}
              />
            </li>
          ))}
        </ul>
        <TemplateButton />
      </div>
    </Panel>
  );
}

/** Made here, with the mark by which Excel knows UTF-8. */
export function TemplateButton() {
  const { t } = useTranslation('institution');
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden="true" />}
      onClick={() => saveFile(new Blob([importTemplate], { type: 'text/csv' }), t('bulk.rules.templateName'))}
    >
      {t('bulk.rules.template')}
    </Button>
  );
}
