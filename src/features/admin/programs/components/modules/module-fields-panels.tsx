import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { DraftKeeper, DraftState } from '../../model/draft-keeper';
import { documentOfMarkdown } from '../../model/markdown-document';
import type { ModuleForm } from '../../model/module-form';
import { difficulties, type ModuleDetail } from '../../schemas';
import classes from '../editor/editor.module.css';
import { RichTextField } from '../editor/rich-text-field';
import type { useDraftForm } from '../editor/use-draft-form';
import { MediaField } from '../media/media-field';

type Props = {
  module: ModuleDetail;
  form: ReturnType<typeof useDraftForm<ModuleForm>>;
  keeper: DraftKeeper;
  draft: DraftState;
};

export function ModuleFieldsPanels({ module, form, keeper, draft }: Props) {
  const { t } = useTranslation('programs');
  const fields = { ...module.live, ...module.changes };
  const content = fields.content ?? documentOfMarkdown('content' in module.changes ? '' : module.body);
  const archived = module.state === 'archived';
  return (
    <div className={classes.stack}>
      <Panel title={t('module.basics')}>
        <div className={classes.fields}>
          <TextInput label={t('field.title')} maxLength={200} required autoComplete="off" {...form.field('title')} />
          <Textarea
            label={t('field.description')}
            description={t('module.descriptionHint')}
            autosize
            minRows={2}
            maxLength={1000}
            {...form.field('description')}
          />
          <div className={classes.pair}>
            <TextInput
              label={t('field.duration_minutes')}
              inputMode="numeric"
              autoComplete="off"
              {...form.field('duration_minutes')}
            />
            <NativeSelect
              label={t('field.difficulty')}
              data={difficulties.map((each) => ({ value: each, label: t(`difficulty.${each}`) }))}
              {...form.field('difficulty')}
            />
          </div>
          <Textarea
            label={t('field.topics')}
            description={t('track.oneALine')}
            autosize
            minRows={3}
            {...form.field('topics')}
          />
        </div>
      </Panel>
      <Panel title={t('module.lesson')}>
        <RichTextField
          label={t('module.lessonText')}
          hint={t('module.lessonHint')}
          error={draft.refused.includes('content') ? t('fault.document') : undefined}
          initial={content}
          readOnly={archived}
          onChange={(doc) => keeper.set('content', doc)}
        />
      </Panel>
      <Panel title={t('field.video_path')}>
        <MediaField
          kind="video"
          moduleId={module.id}
          path={fields.video_path}
          facts={module.video}
          disabled={archived}
          onChange={(path, seconds) => {
            keeper.set('video_path', path);
            keeper.set('video_seconds', seconds);
          }}
        />
      </Panel>
      <Panel title={t('field.pdf_path')}>
        <MediaField
          kind="pdf"
          moduleId={module.id}
          path={fields.pdf_path}
          facts={module.pdf}
          disabled={archived}
          onChange={(path) => keeper.set('pdf_path', path)}
        />
      </Panel>
    </div>
  );
}
