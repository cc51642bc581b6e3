import { useTranslation } from 'react-i18next';

import { LazyRichText } from '~/components/rich-text/lazy-rich-text';
import { formatMinutes } from '~/lib/format/durations';
import { formatPaise } from '~/lib/format/money';
import type { TrackDetail, TrackFields } from '../../schemas';
import { PreviewModal } from './preview-modal';
import { PreviewPart } from './preview-part';
import classes from './preview.module.css';

type Props = { opened: boolean; track: TrackDetail; fields: TrackFields; onClose: () => void };

/** What the public page of the track will say. */
export function TrackPreview({ opened, track, fields, onClose }: Props) {
  const { t } = useTranslation('programs');
  const modules = fields.modules.flatMap((id) => track.modules.find((module) => module.id === id) ?? []);
  const facts = [
    [t('field.price'), formatPaise(fields.price)],
    [t('field.addon_price'), formatPaise(fields.addon_price)],
    [t('field.renewal_price'), formatPaise(fields.renewal_price)],
    [t('field.duration_hours'), String(fields.duration_hours)],
    [t('field.access_months'), String(fields.access_months)],
    [t('field.validity_months'), String(fields.validity_months)],
    [t('field.exam_minutes'), String(fields.exam_minutes)],
    [t('field.passing_score'), `${fields.passing_score} %`],
    [t('field.attempts_included'), String(fields.attempts_included)],
  ];
  const lists = [
    [t('field.competencies'), fields.competencies],
    [t('field.target_audience'), fields.target_audience],
    [t('field.prerequisites'), fields.prerequisites],
  ] as const;
  return (
    <PreviewModal opened={opened} title={fields.name} onClose={onClose}>
      <article className={classes.stack}>
        <header>
          <h1>{fields.name}</h1>
          <p className={classes.tagline}>{fields.tagline}</p>
        </header>
        {fields.content === null ? <p>{track.description}</p> : <LazyRichText content={fields.content} />}
        {lists.map(([title, entries]) =>
          entries.length === 0 ? null : (
            <PreviewPart key={title} title={title}>
              <ul>
                {entries.map((entry) => (
                  <li key={entry}>{entry}</li>
                ))}
              </ul>
            </PreviewPart>
          ),
        )}
        <PreviewPart title={t('track.modules')}>
          <ol>
            {modules
              .filter(({ state }) => state !== 'archived')
              .map((module) => (
                <li key={module.id}>{`${module.title} · ${formatMinutes(module.duration_minutes)}`}</li>
              ))}
          </ol>
        </PreviewPart>
        <PreviewPart title={t('track.offer')}>
          <dl className={classes.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </PreviewPart>
      </article>
    </PreviewModal>
  );
}
