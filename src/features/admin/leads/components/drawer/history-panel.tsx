import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import { historyQueryOptions } from '../../api/get-history';
import classes from './drawer.module.css';
import { EventPages } from './event-pages';
import { EventWords } from './event-words';
import { Section } from '~/components/section';

/** Everything that happened, newest first: who, what and when. */
export function HistoryPanel({ leadId }: { leadId: string }) {
  const { t } = useTranslation('leads');
  const history = useInfiniteQuery(historyQueryOptions(leadId, false));
  return (
    <Section title={t('history.title')}>
      <EventPages query={history} empty={t('history.empty')} more={t('history.older')}>
        {(event) => (
          <>
            <EventWords event={event} />
            <p className={classes.when}>{formatDateTime(event.at)}</p>
          </>
        )}
      </EventPages>
    </Section>
  );
}
