import { Table } from '@mantine/core';
import { importColumns } from '@contracts/bulk-enrol.ts';
import { Trans, useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { TrackStanding } from '../schemas';
import classes from './list-rules.module.css';
import { TemplateButton } from './template-button';

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
