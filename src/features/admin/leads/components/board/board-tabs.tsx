import '@mantine/core/styles/Tabs.layer.css';
import { Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadFilters } from '../../model/filters';
import { leadStatuses } from '../../model/moves';
import type { Board } from '../../schemas';
import { LeadCard } from '../lead-card';
import { LeadStatusIcon } from '../lead-status';
import { MoveMenu } from '../move-menu';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './board.module.css';
import { ColumnRest, ColumnValue } from './column-parts';

/** The board on a phone: a row of statuses, and the cards of one. Cards are moved by their menu. */
export function BoardTabs(props: {
  board: Board;
  filters: LeadFilters;
  busy: boolean;
  onMore: () => void;
  change: ChangeFilters;
}) {
  const { t } = useTranslation('leads');
  const { column: shown } = props.filters;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current && tab) list.current.scrollLeft = tab.offsetLeft - list.current.clientWidth / 3;
  }, [shown]);
  const choose = (value: string | null) => {
    const column = leadStatuses.find((status) => status === value);
    if (column !== undefined) props.change({ column }, { replace: true });
  };
  return (
    <Tabs value={shown} onChange={choose} keepMounted={false} classNames={{ list: classes.tabs, tab: classes.tab }}>
      <Tabs.List ref={list} aria-label={t('board.columns')}>
        {props.board.map(({ status, count }) => (
          <Tabs.Tab key={status} value={status} leftSection={<LeadStatusIcon status={status} size={16} />}>
            {t('board.tab', { status: t(`status.${status}`), count })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {props.board.map((column) => (
        <Tabs.Panel key={column.status} value={column.status} pt="sm">
          <div className={classes.tabValue}>
            <ColumnValue column={column} />
          </div>
          <ul className={classes.cards}>
            {column.leads.map((lead) => (
              <li key={lead.id}>
                <LeadCard lead={lead} menu={<MoveMenu lead={lead} thumb />} />
              </li>
            ))}
          </ul>
          <ColumnRest {...props} column={column} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
