import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { DraftKeeper, DraftState } from '../../model/draft-keeper';
import { documentOf } from '../../model/rich-document';
import { trackColors, trackIcons, type TrackForm } from '../../model/track-form';
import type { TrackDetail } from '../../schemas';
import classes from '../editor/editor.module.css';
import { RichTextField } from '../editor/rich-text-field';
import type { useDraftForm } from '../editor/use-draft-form';

type Props = {
  track: TrackDetail;
  form: ReturnType<typeof useDraftForm<TrackForm>>;
  keeper: DraftKeeper;
  draft: DraftState;
};

export function TrackFieldsPanels({ track, form, keeper, draft }: Props) {
  const { t } = useTranslation('programs');
  const number = (name: keyof TrackForm) => (
    <TextInput key={name} inputMode="numeric" autoComplete="off" label={t(`field.${name}`)} {...form.field(name)} />
  );
  const rupees = (name: 'price' | 'addon_price' | 'renewal_price') => (
    <TextInput
      key={name}
      inputMode="decimal"
      autoComplete="off"
      leftSection="₹"
      label={t(`field.${name}`)}
      description={t('track.beforeTax')}
      {...form.field(name)}
    />
  );
  const list = (name: 'target_audience' | 'prerequisites' | 'competencies') => (
    <Textarea
      key={name}
      autosize
      minRows={3}
      label={t(`field.${name}`)}
      description={t('track.oneALine')}
      {...form.field(name)}
    />
  );
  const content = { ...track.live, ...track.changes }.content ?? documentOf(track.description);
  return (
    <>
      <Panel title={t('track.basics')}>
        <div className={classes.fields}>
          <TextInput label={t('field.name')} maxLength={200} required autoComplete="off" {...form.field('name')} />
          <TextInput label={t('field.tagline')} maxLength={200} autoComplete="off" {...form.field('tagline')} />
          <div className={classes.pair}>
            <NativeSelect
              label={t('field.color')}
              data={[
                { value: '', label: t('track.noColor') },
                ...trackColors.map((color) => ({ value: color, label: t(`color.${color}`) })),
              ]}
              {...form.field('color')}
            />
            <NativeSelect
              label={t('field.icon')}
              data={[
                { value: '', label: t('track.noIcon') },
                ...trackIcons.map((icon) => ({ value: icon, label: t(`icon.${icon}`) })),
              ]}
              {...form.field('icon')}
            />
            {number('duration_hours')}
          </div>
          <RichTextField
            label={t('field.content')}
            hint={t('track.contentHint')}
            error={draft.refused.includes('content') ? t('fault.document') : undefined}
            initial={content}
            readOnly={track.state === 'archived'}
            onChange={(doc) => keeper.set('content', doc)}
          />
        </div>
      </Panel>
      <Panel title={t('track.offer')}>
        <div className={classes.pair}>
          {rupees('price')}
          {rupees('addon_price')}
          {rupees('renewal_price')}
          {number('access_months')}
          {number('validity_months')}
        </div>
      </Panel>
      <Panel title={t('track.exam')}>
        <div className={classes.pair}>
          {number('exam_minutes')}
          {number('passing_score')}
          {number('attempts_included')}
          {number('cooldown_hours')}
        </div>
      </Panel>
      <Panel title={t('track.people')}>
        <div className={classes.pair}>
          {list('target_audience')}
          {list('prerequisites')}
          {list('competencies')}
        </div>
      </Panel>
    </>
  );
}
