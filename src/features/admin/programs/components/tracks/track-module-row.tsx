import { ActionIcon } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinutes } from '~/lib/format/durations';
import { paths } from '~/lib/paths';
import type { ModuleCard } from '../../schemas';
import classes from '../editor/editor.module.css';
import programs from '../programs.module.css';
import { StateBadge } from '../state-badge';

export function TrackModuleRow({ card, onRemove }: { card: ModuleCard; onRemove?: () => void }) {
  const { t } = useTranslation('programs');
  return (
    <div className={classes.card}>
      <div>
        <Link to={paths.adminModule(card.id)} className={programs.name}>
          {card.title}
        </Link>
        <p className={programs.facts}>
          <span>{t(`difficulty.${card.difficulty}`)}</span>
          <span>{formatMinutes(card.duration_minutes)}</span>
          {card.video && <span>{t('modules.hasVideo')}</span>}
          {card.pdf && <span>{t('modules.hasPdf')}</span>}
        </p>
      </div>
      <StateBadge state={card.state} />
      {onRemove !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('track.detach', { name: card.title })}
          onClick={onRemove}
        >
          <IconUnlink size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  );
}
