import { importColumns } from '@contracts/bulk-enrol.ts';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { TrackStanding } from '../schemas';
import classes from './list-rules.module.css';
import { TemplateButton } from './template-button';

const either = new Intl.ListFormat('en-IN', { type: 'disjunction' });
const rules = ['formats', 'values', 'limit'] as const;

/** What a list must look like, with one to begin from. */
export function ListRules({ tracks }: { tracks: TrackStanding[] }) {
  const { t } = useTranslation('institution');
  const example = {
    email: 'asha@example.edu',
    full_name: 'Asha Rao',
    roll_no: '22CS101',
    track: either.format(tracks.map((track) => track.track_name)),
  };
  // Without a choice to make, nobody has to name it.
  const trackRule = tracks.length > 1 ? 'chosen' : 'optional';
  const needs = { email: 'needed', full_name: 'needed', roll_no: 'optional', track: trackRule } as const;
  return (
    <Panel title={t('bulk.rules.title')}>
      <div className={classes.box}>
        <Table
          verticalSpacing={6}
          horizontalSpacing={8}
          className={classes.columns}
          aria-label={t('bulk.rules.columns')}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('bulk.rules.column')}</Table.Th>
              <Table.Th>{t('bulk.rules.example')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {importColumns.map((column) => (
              <Table.Tr key={column}>
                <Table.Td>
                  <code>{column}</code>
                </Table.Td>
                <Table.Td>
                  {example[column]}
                  <span className={classes.need}>{t(`bulk.rules.needs.${needs[column]}`)}</span>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <ul className={classes.rules}>
          {rules.map((rule) => (
            <li key={rule}>{t(`bulk.rules.${rule}`)}</li>
          ))}
        </ul>
        <TemplateButton />
      </div>
    </Panel>
  );
}
