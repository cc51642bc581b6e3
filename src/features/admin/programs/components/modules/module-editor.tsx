import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { saveModuleDraft } from '../../api/save-module-draft';
import { documentOfMarkdown } from '../../model/markdown-document';
import { moduleRules, toModuleForm } from '../../model/module-form';
import { moduleFieldsSchema, type ModuleDetail } from '../../schemas';
import { EditorHead } from '../editor/editor-head';
import classes from '../editor/editor.module.css';
import { SaveTrouble } from '../editor/save-status';
import { useDraft } from '../editor/use-draft';
import { useDraftForm } from '../editor/use-draft-form';
import { ModulePreview } from '../preview/module-preview';
import { DiscardModuleModal } from './discard-module-modal';
import { ModuleFieldsPanels } from './module-fields-panels';
import { ModuleMenu } from './module-menu';
import { PublishModuleModal } from './publish-module-modal';

/** A module as it is prepared. What is typed is kept by itself; publishing is an act of its own. */
export function ModuleEditor({ module, onReload }: { module: ModuleDetail; onReload: () => void }) {
  const { t } = useTranslation('programs');
  const { keeper, draft } = useDraft({
    version: module.version,
    changes: module.changes,
    save: (version, changes) => saveModuleDraft(module.id, version, changes),
  });
  const form = useDraftForm(toModuleForm({ ...module.live, ...module.changes }), moduleRules, keeper, draft);
  const [open, setOpen] = useState<'publish' | 'discard' | 'preview' | null>(null);
  const kept = moduleFieldsSchema.partial().safeParse(draft.changes);
  const now = { ...module.live, ...(kept.success ? kept.data : {}) };
  const lesson = now.content ?? documentOfMarkdown('content' in draft.changes ? '' : module.body);
  // Dialogs show what is kept, so everything is kept first.
  const openKept = (which: 'publish' | 'discard' | 'preview') => void keeper.flush().then(() => setOpen(which));
  const close = () => setOpen(null);
  return (
    <>
      <EditorHead
        title={form.form.title.trim() === '' ? module.live.title : form.form.title}
        state={module.state}
        draft={draft}
        faulty={form.faulty}
        onPreview={() => openKept('preview')}
        onPublish={() => openKept('publish')}
        onDiscard={() => openKept('discard')}
        menu={<ModuleMenu module={{ ...module, title: now.title }} />}
      >
        <p className={classes.note}>
          {module.tracks.length === 0 ? t('modules.noTrack') : t('module.partOf')}{' '}
          {module.tracks.map((track, index) => (
            <span key={track.id}>
              {index > 0 && ', '}
              <Link to={paths.adminTrack(track.id)}>{track.name}</Link>
            </span>
          ))}
          {module.edited_at !== null &&
            ` · ${t('tracks.edited', { at: formatDateTime(module.edited_at), by: module.edited_by ?? t('somebody') })}`}
        </p>
      </EditorHead>
      <SaveTrouble draft={draft} onRetry={() => void keeper.flush()} onReload={onReload} />
      {module.state === 'archived' && <Text mb="md">{t('module.archivedNote')}</Text>}
      <fieldset className={classes.fields} disabled={module.state === 'archived' || draft.state === 'conflict'}>
        <legend className="visually-hidden">{t('module.legend')}</legend>
        <ModuleFieldsPanels module={module} form={form} keeper={keeper} draft={draft} />
      </fieldset>
      <ModulePreview opened={open === 'preview'} fields={now} lesson={lesson} onClose={close} />
      <PublishModuleModal
        opened={open === 'publish'}
        module={module}
        draft={draft}
        blocked={form.faulty || draft.state !== 'saved'}
        onClose={close}
      />
      <DiscardModuleModal opened={open === 'discard'} module={module} draft={draft} onClose={close} />
    </>
  );
}
