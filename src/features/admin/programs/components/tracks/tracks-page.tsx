import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { SearchField } from '~/components/search-field';
import { useListAddress } from '~/lib/use-list-address';
import { trackListQueryOptions } from '../../api/list-tracks';
import { catalogueStates } from '../../schemas';
import { ProgramsNav } from '../programs-nav';
import classes from '../programs.module.css';
import { NewTrackModal } from './new-track-modal';
import { TrackList } from './track-list';

/** Every track in the order that visitors see, also those that are being prepared or archived. */
export default function TracksPage() {
  const { t } = useTranslation('programs');
  const { address, filter, clear } = useListAddress();
  const search = address.get('search') ?? '';
  const state = catalogueStates.find((each) => each === address.get('state')) ?? null;
  const tracks = useQuery(trackListQueryOptions({ search, state }));
  const [creating, setCreating] = useState(false);
  const filtered = search !== '' || state !== null;
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('tracks.new')}
    </Button>
  );
  return (
    <>
      <ProgramsNav />
      <PageHeader title={t('tracks.title')} description={t('tracks.description')} actions={create} />
      <div className={classes.toolbar}>
        <SearchField
          label={t('tracks.search')}
          value={search}
          onSearch={(text) => filter({ search: text }, { replace: true })}
        />
        <NativeSelect
          label={t('filter.state')}
          value={state ?? ''}
          data={[
            { value: '', label: t('filter.all') },
            ...catalogueStates.map((each) => ({ value: each, label: t(`state.${each}`) })),
          ]}
          onChange={({ currentTarget }) => filter({ state: currentTarget.value })}
        />
      </div>
      <DataState
        query={tracks}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <EmptyState
            icon={IconRoute}
            title={t(filtered ? 'filter.noneTitle' : 'tracks.noneTitle')}
            body={t(filtered ? 'filter.noneBody' : 'tracks.noneBody')}
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
        {({ rows }) => <TrackList key={rows.map(({ id }) => id).join()} rows={rows} filtered={filtered} />}
      </DataState>
      <NewTrackModal opened={creating} copyOf={null} onClose={() => setCreating(false)} />
    </>
  );
}
