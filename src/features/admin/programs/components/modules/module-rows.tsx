import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinutes } from '~/lib/format/durations';
import { paths } from '~/lib/paths';
import type { ModuleCard } from '../../schemas';
import classes from '../editor/editor.module.css';
import order from '../order/order-list.module.css';
import programs from '../programs.module.css';
import { StateBadge } from '../state-badge';
import { ModuleMenu } from './module-menu';

export function ModuleRows({ rows }: { rows: ModuleCard[] }) {
  const { t } = useTranslation('programs');
  return (
    <ul className={order.list} aria-label={t('modules.title')}>
      {rows.map((card) => (
        <li key={card.id} className={order.row}>
          <div className={`${classes.card} ${order.content}`}>
            <div>
              <Link to={paths.adminModule(card.id)} className={programs.name}>
                {card.title}
              </Link>
              <p className={programs.facts}>
                <span>{t(`difficulty.${card.difficulty}`)}</span>
                <span>{formatMinutes(card.duration_minutes)}</span>
                <span>
                  {card.tracks.length === 0
                    ? t('modules.noTrack')
                    : t('modules.inTracks', { tracks: card.tracks.map(({ name }) => name).join(', ') })}
                </span>
              </p>
            </div>
            <StateBadge state={card.state} />
            <ModuleMenu module={card} />
          </div>
        </li>
      ))}
    </ul>
  );
}
