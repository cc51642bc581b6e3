import { Badge, Button } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import type { Manager } from '../team-schemas';
import { RemoveManager } from './remove-manager';
import classes from './team.module.css';

export function ManagerList({ managers }: { managers: Manager[] }) {
  const { t } = useTranslation('institution');
  const [leaving, setLeaving] = useState<Manager | null>(null);
  return (
    <>
      <ul className={classes.people} aria-label={t('team.managers')}>
        {managers.map((manager) => (
          <li key={manager.user_id} className={classes.row}>
            <div className={classes.person}>
              <div className={classes.name}>
                {manager.full_name || manager.email}
                {manager.me && (
                  <Badge variant="light" tt="none">
                    {t('team.me')}
                  </Badge>
                )}
              </div>
              <span>{manager.email}</span>
              <span>{t('team.since', { date: formatDate(manager.added_at) })}</span>
            </div>
            <Button
              variant="subtle"
              color="gray"
              size="sm"
              leftSection={<IconUserMinus size={18} aria-hidden="true" />}
              aria-label={manager.me ? undefined : t('team.removeOf', { name: manager.full_name || manager.email })}
              onClick={() => setLeaving(manager)}
            >
              {t(manager.me ? 'team.leave' : 'team.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <RemoveManager manager={leaving} isLast={managers.length === 1} onClose={() => setLeaving(null)} />
    </>
  );
}
