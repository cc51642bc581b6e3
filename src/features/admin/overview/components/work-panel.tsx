import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '~/components/panel';
import { StatusBadge } from '~/components/status-badge';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import type { Overview } from '../schemas';

/** Mails, documents, badges and exams that wait for somebody outside, and those that nobody will do again by itself. */
export function WorkPanel({ work }: { work: Overview['work'] }) {
  const { t } = useTranslation('adminOverview');
  const mayOpen = useAccess().data?.permissions.includes('outbox.manage') === true;
  return (
    <Panel title={t('work.title')}>
      <List listStyleType="none" spacing="sm">
        <List.Item>
          <StatusBadge tone={work.failed > 0 ? 'bad' : 'good'} label={t('work.failed', { count: work.failed })} />
        </List.Item>
        <List.Item>
          <StatusBadge
            tone={work.retrying > 0 ? 'warning' : 'good'}
            label={t('work.retrying', { count: work.retrying })}
          />
        </List.Item>
        <List.Item>
          <StatusBadge
            tone={work.waiting > 0 ? 'waiting' : 'good'}
            label={t('work.waiting', { count: work.waiting })}
          />
        </List.Item>
        {mayOpen && (
          <List.Item>
            <Link to={paths.adminOutbox()}>{t('work.open')}</Link>
          </List.Item>
        )}
      </List>
    </Panel>
  );
}
