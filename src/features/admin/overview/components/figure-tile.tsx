import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { DrawerLink } from '~/components/drawer-link';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import { changeOf } from '../model/change';
import { type FigureList, lists } from '../model/lists';
import classes from './figure-tile.module.css';

type Props = {
  /** What opens behind the figure. */
  list: FigureList;
  name?: 'revenue';
  value: string;
  now: number;
  before: number;
  /** Not where one of the two says nothing. */
  compared?: boolean;
  note?: string;
};

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight };

/** A figure, what became of it, and the way to the rows that it counts for those who may see them. */
export function FigureTile({ list, name, value, now, before, compared = true, note }: Props) {
  const { t } = useTranslation('adminOverview');
  const { search } = useLocation();
  const permissions = useAccess().data?.permissions ?? [];
  const title = t(`figures.${name ?? list}`);
  return (
    <li className={classes.tile}>
      <h2 className={classes.name}>
        {permissions.includes(lists[list]) ? (
          <DrawerLink to={paths.adminOverviewRows(list)} search={search} className={classes.link}>
            {title}
            <IconChevronRight size={16} aria-hidden="true" />
          </DrawerLink>
        ) : (
          title
        )}
      </h2>
      <p className={classes.value}>{value}</p>
      {compared && <ChangeLine now={now} before={before} />}
      {note !== undefined && <p className={classes.note}>{note}</p>}
    </li>
  );
}

function ChangeLine({ now, before }: { now: number; before: number }) {
  const { t } = useTranslation('adminOverview');
  const { direction, percent } = changeOf(now, before);
  const Arrow = arrows[direction];
  const words =
    percent === null
      ? t(now === 0 ? 'change.same' : 'change.new')
      : t(`change.${direction}`, { percent: `${percent.toLocaleString('en-IN')}%` });
  return (
    <p className={classes.change} data-direction={direction}>
      <Arrow size={16} aria-hidden="true" />
      {words}
    </p>
  );
}
