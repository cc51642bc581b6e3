import { useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-fields.module.css';

type Props = {
  search: ReactNode;
  /** How many filters are set: on a phone they are folded away, and this is what is seen of them. */
  set: number;
  /** Whether the order is chosen among them. */
  withSort?: boolean;
  children: ReactNode;
};

/** The search of a list and its filters beside it. */
export function FilterFields({ search, set, withSort = false, children }: Props) {
  const { t } = useTranslation('institution');
  const narrow = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  if (!narrow) {
    return (
      <div className={classes.fields}>
        <div className={classes.search}>{search}</div>
        {children}
      </div>
    );
  }
  return (
    <div className={classes.narrow}>
      {search}
      <details className={classes.fold} open={set > 0 || undefined}>
        <summary>
          <IconAdjustmentsHorizontal size={18} aria-hidden="true" />
          {t(withSort ? 'filters.withSort' : 'filters.plain', { count: set })}
        </summary>
        <div className={classes.folded}>{children}</div>
      </details>
    </div>
  );
}
