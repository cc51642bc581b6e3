import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CursorPages } from '~/components/cursor-pages';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { institutionsQueryOptions } from '../../api/list-institutions';
import { type InstitutionFilters, isFiltered, withoutFilters } from '../../model/filters';
import type { ChangeFilters } from '../use-institution-filters';
import { InstitutionCards } from './institution-cards';
import { InstitutionRows } from './institution-rows';

type Props = { filters: InstitutionFilters; change: ChangeFilters };

export function InstitutionList({ filters, change }: Props) {
  const list = useQuery(institutionsQueryOptions(filters));
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const Rows = narrow ? InstitutionCards : InstitutionRows;
  return (
    <DataState
      query={list}
      loading={<LoadingState lines={8} height={52} />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<None filters={filters} change={change} />}
    >
      {({ rows, total, total_capped, previous, next }) => (
        <div aria-busy={list.isPlaceholderData}>
          <Rows rows={rows} filters={filters} change={change} />
          <CursorPages
            total={total}
            capped={total_capped}
            previous={previous}
            next={next}
            onTurn={(cursor) => change({ cursor })}
          />
        </div>
      )}
    </DataState>
  );
}

function None({ filters, change }: Props) {
  const { t } = useTranslation('adminInstitutions');
  const filtered = isFiltered(filters);
  return (
    <EmptyState
      icon={IconBuildingCommunity}
      title={t(filtered ? 'empty.filtered' : 'empty.title')}
      body={t(filtered ? 'empty.filteredBody' : 'empty.body')}
      action={
        (filtered || filters.cursor !== null) && (
          <Button variant="default" onClick={() => change(filtered ? withoutFilters : {})}>
            {t(filtered ? 'empty.clear' : 'empty.first')}
          </Button>
        )
      }
    />
  );
}
