import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { useListAddress } from '~/lib/use-list-address';
import { faultOf, type Period, spanAddress, spans } from '../model/period';
import classes from './period-fields.module.css';
import { useQuestion } from './use-question';

export function PeriodFields() {
  const { t } = useTranslation('adminOverview');
  const { period, question, today } = useQuestion();
  const { filter } = useListAddress();
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const [own, setOwn] = useState(period.span === 'own');
  return (
    <div className={classes.fields} role="group" aria-label={t('filters.label')}>
      <NativeSelect
        label={t('filters.period')}
        data={spans.map((span) => ({ value: span, label: t(`filters.span.${span}`) }))}
        value={own ? 'own' : period.span}
        onChange={({ currentTarget }) => {
          const span = spans.find((each) => each === currentTarget.value) ?? '30';
          setOwn(span === 'own');
          if (span !== 'own') filter(spanAddress(span));
        }}
      />
      {own && <OwnDates key={`${period.from}-${period.to}`} period={period} today={today} />}
      <NativeSelect
        label={t('filters.track')}
        data={[
          { value: '', label: t('filters.allTracks') },
          ...tracks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={question.track ?? ''}
        onChange={({ currentTarget }) => filter({ track: currentTarget.value })}
      />
    </div>
  );
}

/** Two days, asked for once both make sense. */
function OwnDates({ period, today }: { period: Period; today: string }) {
  const { t } = useTranslation('adminOverview');
  const { filter } = useListAddress();
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const [tried, setTried] = useState(false);
  const fault = faultOf(from, to, today);
  const show = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault === null) filter({ days: null, from, to });
  };
  return (
    <form className={classes.own} onSubmit={show} noValidate>
      <TextInput
        type="date"
        label={t('filters.from')}
        max={today}
        value={from}
        error={tried && fault !== null ? t(`filters.fault.${fault}`) : undefined}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('filters.to')}
        max={today}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Button type="submit" variant="default" className={classes.show}>
        {t('filters.show')}
      </Button>
    </form>
  );
}
