import { IconAlertTriangle, IconCalendar, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortDay, today } from '../model/days';
import { isOpen } from '../model/moves';
import type { Lead } from '../schemas';
import classes from './follow-up.module.css';

type Props = {
  lead: Pick<Lead, 'status' | 'follow_up_date' | 'overdue'>;
  /** Under a heading that says what the date is. */
  bare?: boolean;
};

/** When to speak to them next. A late one says so in words and by a sign, not only in red. */
export function FollowUp({ lead, bare = false }: Props) {
  const { t } = useTranslation('leads');
  if (lead.follow_up_date === null || !isOpen(lead.status)) return null;
  const date = shortDay(lead.follow_up_date);
  if (lead.overdue) {
    return (
      <span className={classes.followUp} data-state="overdue">
        <IconAlertTriangle size={15} stroke={2.2} aria-hidden="true" />
        {t('followUp.overdue', { date })}
      </span>
    );
  }
  const due = lead.follow_up_date === today();
  const Icon = due ? IconClock : IconCalendar;
  return (
    <span className={classes.followUp} data-state={due ? 'due' : 'planned'}>
      <Icon size={15} stroke={2} aria-hidden="true" />
      {due ? t(bare ? 'followUp.todayBare' : 'followUp.today') : bare ? date : t('followUp.planned', { date })}
    </span>
  );
}
