import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import type { LeadDetail } from '../../schemas';
import classes from './drawer.module.css';
import { Section } from '~/components/section';

/** What they wrote, in their words. */
export function EnquiryPanel({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  return (
    <Section title={t('enquiry.title')}>
      <p className={classes.when}>{t('enquiry.at', { time: formatDateTime(lead.created_at) })}</p>
      {lead.message === null ? (
        <p className={classes.when}>{t('enquiry.noMessage')}</p>
      ) : (
        <blockquote className={classes.message}>{lead.message}</blockquote>
      )}
    </Section>
  );
}
