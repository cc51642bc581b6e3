import { IconMessage2, IconRepeat, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Price } from '~/components/price';
import type { Lead } from '../schemas';
import { FollowUp } from './follow-up';
import classes from './lead-card.module.css';
import { LeadLink } from './lead-link';
import { PersonMark } from './person-mark';

type Props = {
  lead: Lead;
  /** Beside the name. */
  handle?: ReactNode;
  menu?: ReactNode;
  /** Where no column says it. */
  status?: ReactNode;
};

/** What one wants to know before opening a lead. */
export function LeadCard({ lead, handle, menu, status }: Props) {
  const { t } = useTranslation('leads');
  const kind = t(`kind.${lead.kind}`);
  const students = lead.expected_students;
  return (
    <article className={classes.card} data-overdue={lead.overdue || undefined}>
      <div className={classes.head}>
        <h3 className={classes.name}>
          <LeadLink lead={lead} className={classes.link} />
        </h3>
        {handle}
        {menu}
      </div>
      <p className={classes.contact}>{lead.contact_name}</p>
      <p className={classes.facts}>
        {students === null
          ? kind
          : t('card.kind', { kind, count: students, students: students.toLocaleString('en-IN') })}
      </p>
      {status}
      <FollowUp lead={lead} />
      <div className={classes.foot}>
        {lead.estimated_value === null ? (
          <span className={classes.none}>{t('card.noValue')}</span>
        ) : (
          <Price paise={lead.estimated_value} fw={700} />
        )}
        <span className={classes.marks}>
          {lead.enquiries > 1 && (
            <Mark Icon={IconRepeat} count={lead.enquiries} label={t('card.enquiries', { count: lead.enquiries })} />
          )}
          {lead.notes > 0 && (
            <Mark Icon={IconMessage2} count={lead.notes} label={t('card.notes', { count: lead.notes })} />
          )}
          <PersonMark name={lead.assignee_name} />
        </span>
      </div>
    </article>
  );
}

function Mark({ Icon, count, label }: { Icon: TablerIcon; count: number; label: string }) {
  return (
    <span className={classes.mark} title={label}>
      <Icon size={15} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
