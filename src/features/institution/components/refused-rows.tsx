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
import { reasonCodes, wordsFor } from '../model/import-words';
import { visibleText } from '../model/visible-text';
import { ErrorFile } from './error-file';
import classes from './import-rows.module.css';
import { useRowsPlace } from './use-rows-place';

/** Who was not enrolled, and why. Paged on the server. */
export function RefusedRows({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const { code, page, setCode, setPage } = useRowsPlace(reasonCodes);
  const query = useQuery(importRowsQueryOptions(item.institution_id, item.id, { state: 'refused', code, page }));
  return (
    <Panel title={t('import.refusedRows.title')} note={<ErrorFile importId={item.id} />}>
      <p className={classes.hint}>{t('import.errorFile.hint')}</p>
      <NativeSelect
        label={t('import.refusedRows.filter')}
        className={classes.filter}
        value={code ?? ''}
        data={[
          { value: '', label: t('import.refusedRows.all') },
          ...reasonCodes.map((each) => ({ value: each, label: t(`bulk.kinds.${each}`) })),
        ]}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <DataState
        query={query}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState title={t('import.refusedRows.nothingFound')} />}
      >
        {({ rows, total }) => (
          <>
            <table
              className={classes.table}

              aria-label={t('import.refusedRows.title')}
              aria-busy={query.isPlaceholderData}
            >
              <thead>
                <tr>
                  <th>{t('import.refusedRows.row')}</th>
                  <th>{t('import.refusedRows.student')}</th>
                  <th>{t('import.refusedRows.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <RefusedLine key={row.row_number} row={row} />
                ))}
              </tbody>
            </table>
            <ListPages page={page} perPage={importRowsPerPage} total={total} onPage={setPage} />
          </>
        )}
      </DataState>
    </Panel>
  );
}

function RefusedLine({ row }: { row: ImportRow }) {
  const { t } = useTranslation('institution');
  const name = row.full_name ?? cellOf(row.raw, 'full_name') ?? '';
  const email = row.email ?? cellOf(row.raw, 'email') ?? '';
  const first = row.faults.find((fault) => fault.code === row.reason)?.details?.row;
  return (
    <tr data-first>
      <td className={classes.number}>
        <span className={classes.label}>{t('import.refusedRows.row')} </span>
        {row.row_number}
      </td>
      <td className={classes.student}>
        <strong>{name === '' ? t('import.refusedRows.nobody') : visibleText(name)}</strong>
        <span>{visibleText(email)}</span>
      </td>
      <td className={classes.reason}>{t(`bulk.faults.${wordsFor(reasonCodes, row.reason)}`, { row: first ?? '' })}</td>
    </tr>
  );
}
