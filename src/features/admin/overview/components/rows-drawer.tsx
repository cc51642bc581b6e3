import { Button, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { SideDrawer } from '~/components/side-drawer';
import { paths } from '~/lib/paths';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { rowsQueryOptions } from '../api/list-rows';
import { type FigureList, isFigureList } from '../model/lists';
import { FigureRows } from './figure-rows';
import { useQuestion } from './use-question';

/** Who stands behind a figure of the page under it, for the same period and track. */
export default function RowsDrawer() {
  const { t } = useTranslation('adminOverview');
  const { list = '' } = useParams();
  const close = useCloseDrawer(paths.adminOverview(), drawerLinkId(paths.adminOverviewRows(list)));
  return (
    <SideDrawer title={isFigureList(list) ? t(`figures.${list}`) : t('title')} size="48rem" onClose={close}>
      {isFigureList(list) ? <Rows list={list} /> : <Text>{t('rows.unknown')}</Text>}
    </SideDrawer>
  );
}

function Rows({ list }: { list: FigureList }) {
  const { t } = useTranslation('adminOverview');
  const { question } = useQuestion();
  const query = useInfiniteQuery(rowsQueryOptions(list, question));
  return (
    <DataState
      query={query}
      isEmpty={({ pages }) => pages.every(({ rows }) => rows.length === 0)}
      empty={<EmptyState icon={IconListSearch} title={t('rows.empty')} body={t('rows.emptyBody')} />}
    >
      {({ pages }) => (
        <>
          <FigureRows rows={pages.flatMap(({ rows }) => rows)} label={t(`figures.${list}`)} />
          {query.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('rows.more')}
            </Button>
          )}
        </>
      )}
    </DataState>
  );
}
