import { Button, NativeSelect } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CursorPages } from '~/components/cursor-pages';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { SearchField } from '~/components/search-field';
import { moduleListQueryOptions } from '../../api/list-modules';
import { catalogueStates } from '../../schemas';
import { ProgramsNav } from '../programs-nav';
import classes from '../programs.module.css';
import { ModuleRows } from './module-rows';
import { NewModuleModal } from './new-module-modal';
import { useModuleAddress } from './use-module-address';

/** Every module, in a track or not, by title. */
export default function ModulesPage() {
  const { t } = useTranslation('programs');
  const { query, filtered, previous, change, turn, toCursor, clear } = useModuleAddress();
  const modules = useQuery(moduleListQueryOptions(query));
  const [creating, setCreating] = useState(false);
  return (
    <>
      <ProgramsNav />
      <PageHeader
        title={t('modules.title')}
        description={t('modules.description')}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
            {t('modules.new')}
          </Button>
        }
      />
      <div className={classes.toolbar}>
        <SearchField
          label={t('modules.search')}
          value={query.search}
          onSearch={(search) => change({ search }, { replace: true })}
        />
        <NativeSelect
          label={t('filter.state')}
          value={query.state ?? ''}
          data={[
            { value: '', label: t('filter.all') },
            ...catalogueStates.map((each) => ({ value: each, label: t(`state.${each}`) })),
          ]}
          onChange={({ currentTarget }) => change({ state: currentTarget.value })}
        />
      </div>
      <DataState
        query={modules}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <EmptyState
            icon={IconBooks}
            title={t(filtered ? 'filter.noneTitle' : 'modules.noneTitle')}
            body={t(filtered ? 'filter.noneBody' : 'modules.noneBody')}
            action={
              filtered && (
                <Button variant="default" onClick={clear}>
                  {t('filter.clear')}
                </Button>
              )
            }
          />
        }
      >
        {({ rows, next, total, total_capped }) => (
          <div aria-busy={modules.isPlaceholderData}>
            <ModuleRows rows={rows} />
            <CursorPages
              total={total}
              capped={total_capped}
              previous={previous}
              next={next === null ? null : toCursor(next)}
              onTurn={turn}
            />
          </div>
        )}
      </DataState>
      <NewModuleModal opened={creating} trackId={null} copyOf={null} onClose={() => setCreating(false)} />
    </>
  );
}
