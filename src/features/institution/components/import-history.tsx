import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import list from '~/components/history-list.module.css';
import { NewerOlder } from '~/components/newer-older';
import { Panel } from '~/components/panel';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { importsQueryOptions, type ListedImport } from '../api/list-imports';
import { readPage } from '../model/page-number';
import classes from './import-history.module.css';
import { ImportStatusBadge } from './import-status-badge';
import { useManagerName } from './use-manager-name';

/** The files of the institution, newest first; the page stands in the address. */
export function ImportHistory({ institutionId }: { institutionId: string }) {
  const { t } = useTranslation('institution');
  const [search, setSearch] = useSearchParams();
  const page = readPage(search);
  const query = useQuery(importsQueryOptions(institutionId, page - 1));
  return (
    <Panel title={t('bulk.history.title')}>
      <DataState
        query={query}
        isEmpty={({ imports }) => imports.length === 0 && page === 1}
        empty={<EmptyState icon={IconFileImport} title={t('bulk.history.empty')} body={t('bulk.history.emptyBody')} />}
      >
        {({ imports, hasMore }) => (
          <>
            <ol className={list.list}>
              {imports.map((each) => (
                <HistoryItem key={each.id} item={each} />
              ))}
            </ol>
            <NewerOlder
              page={page - 1}
              hasMore={hasMore}
              busy={query.isPlaceholderData}
              onPage={(next) => setSearch(next === 0 ? {} : { page: String(next + 1) })}
            />
          </>
        )}
      </DataState>
    </Panel>
  );
}

function HistoryItem({ item }: { item: ListedImport }) {
  const { t } = useTranslation('institution');
  const nameOf = useManagerName();
  const who = nameOf(item.created_by);
  return (
    <li className={`${list.item} ${classes.item}`}>
      <span className={list.name}>
        <strong>
          <Link to={paths.institutionImport(item.id)} className={classes.file}>
            {item.file_name}
          </Link>
        </strong>
        <span>
          {[
            formatDateTime(item.created_at),
            who === 'me' ? t('bulk.history.byMe') : who !== null && t('bulk.history.by', { name: who }),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </span>
      <span className={classes.counts}>
        {countsOf(item).map(([name, count]) => (
          <span key={name}>{t(`bulk.history.${name}`, { count })}</span>
        ))}
      </span>
      <ImportStatusBadge status={item.status} confirmed={item.confirmed_at !== null} />
    </li>
  );
}

/** The numbers that say something at this point; a nought says nothing. */
function countsOf(item: ListedImport) {
  const all = [
    ['rows', item.rows_total],
    ['ready', item.status === 'checked' ? item.rows_valid : 0],
    ['enrolled', item.rows_enrolled - item.rows_undone],
    ['undone', item.rows_undone],
    ['already', item.rows_already],
    ['refused', item.rows_refused],
  ] as const;
  return all.filter(([, count]) => count > 0);
}
