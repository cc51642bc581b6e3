import { IconMessage2, IconRepeat, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Price } from '~/components/price';
import type { Lead } from '../schemas';
import { FollowUp } from './follow-up';
import classes from './lead-card.module.css';
import { LeadLink } from './lead-link';
import { PersonMark } from './person-mark';

/** What one wants to know before opening a lead. `controls` stand beside the name, `status` where no column says it. */
export function LeadCard(props: { lead: Lead; controls?: ReactNode; status?: ReactNode }) {
  const { t } = useTranslation('leads');
  const { lead } = props;
  return (
    <article className={classes.card} data-overdue={lead.overdue || undefined}>
      <div className={classes.head}>
        <h3 className={classes.name}>
          <LeadLink lead={lead} className={classes.link} />
        </h3>
        {props.controls !== undefined && <div className={classes.controls}>{props.controls}</div>}
      </div>
      <p className={classes.contact}>{lead.contact_name}</p>
      <p className={classes.facts}>
        <span>{t(`kind.${lead.kind}`)}</span>
        {lead.expected_students !== null && (
          <span>
            <IconUsers size={14} aria-hidden="true" />
            {t('card.students', { count: lead.expected_students })}
          </span>
        )}
        {lead.notes > 0 && (
          <span>
            <IconMessage2 size={14} aria-hidden="true" />
            {t('card.notes', { count: lead.notes })}
          </span>
        )}
        {lead.enquiries > 1 && (
          <span>
            <IconRepeat size={14} aria-hidden="true" />
            {t('card.enquiries', { count: lead.enquiries })}
          </span>
        )}
      </p>
      {props.status}
      <FollowUp lead={lead} />
      <div className={classes.foot}>
        {lead.estimated_value === null ? (
          <span className={classes.none}>{t('card.noValue')}</span>
        ) : (
          <Price paise={lead.estimated_value} fw={700} />
        )}
        <PersonMark name={lead.assignee_name} />
      </div>
    </article>
  );
}
