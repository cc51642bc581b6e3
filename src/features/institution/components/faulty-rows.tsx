import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { Panel } from '~/components/panel';
import type { Import } from '../api/get-import';
import { type ImportRow, importRowsPerPage, importRowsQueryOptions } from '../api/list-import-rows';
import { cellOf } from '../model/import-columns';
import { faultCodes, wordsFor } from '../model/import-words';
import { visibleText } from '../model/visible-text';
import { ErrorFile } from './error-file';
import classes from './import-rows.module.css';
import { useRowsPlace } from './use-rows-place';

/** Each fault of the list: where, what stands there, why it cannot be taken. Paged on the server. */
export function FaultyRows({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const { code, page, setCode, setPage } = useRowsPlace(faultCodes);
  const query = useQuery(importRowsQueryOptions(item.institution_id, item.id, { state: 'faulty', code, page }));
  return (
    <Panel title={t('import.faulty.title')} note={<ErrorFile importId={item.id} />}>
      <NativeSelect
        label={t('import.faulty.filter')}
        className={classes.filter}
        value={code ?? ''}
        data={[
          { value: '', label: t('import.faulty.all') },
          ...faultCodes.map((each) => ({ value: each, label: t(`bulk.kinds.${each}`) })),
        ]}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <DataState
        query={query}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState title={t('import.faulty.nothingFound')} />}
      >
        {({ rows, total }) => (
          <>
            <table
              className={classes.table}

              aria-label={t('import.faulty.title')}
              aria-busy={query.isPlaceholderData}
            >
              <thead>
                <tr>
                  <th>{t('import.faulty.row')}</th>
                  <th>{t('import.faulty.column')}</th>
                  <th>{t('import.faulty.value')}</th>
                  <th>{t('import.faulty.reason')}</th>
                </tr>
              </thead>
              <tbody>{rows.flatMap((row) => faultLines(row, code))}</tbody>
            </table>
            <ListPages page={page} perPage={importRowsPerPage} total={total} onPage={setPage} />
          </>
        )}
      </DataState>
    </Panel>
  );
}

/** A line for each fault that is asked for; the number of a row stands at its first. */
const faultLines = (row: ImportRow, code: string | null) =>
  row.faults
    .filter((fault) => code === null || fault.code === code)
    .map((fault, index) => (
      <FaultLine key={`${row.row_number}:${fault.column}:${fault.code}`} row={row} fault={fault} first={index === 0} />
    ));

function FaultLine({ row, fault, first }: { row: ImportRow; fault: ImportRow['faults'][number]; first: boolean }) {
  const { t } = useTranslation('institution');
  const column = wordsFor(['email', 'full_name', 'roll_no', 'track', 'row'] as const, fault.column);
  const whole = fault.column === 'row';
  const value = whole ? Object.values(row.raw).join(' | ') : cellOf(row.raw, fault.column);
  return (
    <tr data-first={first || undefined}>
      <td className={classes.number}>
        <span className={classes.label}>{t('import.faulty.row')} </span>
        {row.row_number}
      </td>
      <td>{column === 'other' ? fault.column : t(`bulk.columns.${column}`)}</td>
      <td>
        {value === null || value === '' ? (
          <span className={classes.nothing}>{t('import.faulty.noCell')}</span>
        ) : (
          <code className={classes.value}>{visibleText(value)}</code>
        )}
      </td>
      <td className={classes.reason}>
        {t(`bulk.faults.${wordsFor(faultCodes, fault.code)}`, { row: fault.details?.row ?? '' })}
      </td>
    </tr>
  );
}
