import { useTranslation } from 'react-i18next';
import type { LeadEvent } from '../../schemas';
import classes from './drawer.module.css';
import { useFieldWords } from './use-field-words';

/** One event as a sentence, with what belongs to it below. */
export function EventWords({ event }: { event: LeadEvent }) {
  const sentence = useSentence(event);
  const quote = quoteOf(event);
  const { list } = useFieldWords();
  const changes =
    event.kind === 'edited'
      ? list(event.details.changes)
      : event.kind === 'enquired_again'
        ? list(Object.fromEntries(Object.entries(event.details.given ?? {}).map(([field, to]) => [field, { to }])))
        : [];
  return (
    <>
      <p className={classes.sentence}>{sentence}</p>
      {quote !== undefined && <blockquote className={classes.quote}>{quote}</blockquote>}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function useSentence(event: LeadEvent): string {
  const { t } = useTranslation('leads');
  const name = event.actor_name ?? t('history.formerColleague');
  switch (event.kind) {
    case 'enquired':
      return t('history.enquired');
    case 'enquired_again':
      return t('history.enquiredAgain');
    case 'moved':
      return t('history.moved', {
        name,
        from: t(`status.${event.details.from}`),
        to: t(`status.${event.details.to}`),
      });
    case 'assigned':
      if (event.details.to === null) return t('history.unassigned', { name });
      if (event.details.to === event.actor) return t('history.took', { name });
      return t('history.assigned', { name, to: event.details.to_name ?? t('history.formerColleague') });
    case 'edited':
      return t('history.edited', { name });
    case 'noted':
      return t('history.noted', { name });
    case 'converted':
      return t('history.converted', { name });
  }
}

/** Words that somebody gave: a reason, a note, a message. */
function quoteOf(event: LeadEvent): string | undefined {
  if (event.kind === 'moved') return event.details.reason;
  if (event.kind === 'noted') return event.note ?? undefined;
  return event.kind === 'enquired_again' ? event.details.message : undefined;
}
