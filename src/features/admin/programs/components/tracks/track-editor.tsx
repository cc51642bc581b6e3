import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import { saveTrackDraft } from '../../api/save-track-draft';
import { toTrackForm, trackRules } from '../../model/track-form';
import { trackFieldsSchema, type TrackDetail } from '../../schemas';
import { EditorHead } from '../editor/editor-head';
import classes from '../editor/editor.module.css';
import { SaveTrouble } from '../editor/save-status';
import { useDraft } from '../editor/use-draft';
import { useDraftForm } from '../editor/use-draft-form';
import { TrackPreview } from '../preview/track-preview';
import { DiscardTrackModal } from './discard-track-modal';
import { PublishTrackModal } from './publish-track-modal';
import { TrackFieldsPanels } from './track-fields-panels';
import { TrackMenu } from './track-menu';
import { TrackModules } from './track-modules';

/** A track as it is prepared. What is typed is kept by itself; publishing is an act of its own. */
export function TrackEditor({ track, onReload }: { track: TrackDetail; onReload: () => void }) {
  const { t } = useTranslation('programs');
  const { keeper, draft } = useDraft({
    version: track.version,
    changes: track.changes,
    save: (version, changes) => saveTrackDraft(track.id, version, changes),
  });
  const prepared = { ...track.live, ...track.changes };
  const form = useDraftForm(toTrackForm(prepared), trackRules, keeper, draft);
  const [open, setOpen] = useState<'publish' | 'discard' | 'preview' | null>(null);
  const kept = trackFieldsSchema.partial().safeParse(draft.changes);
  const now = { ...track.live, ...(kept.success ? kept.data : {}) };
  // Dialogs show what is kept, so everything is kept first.
  const openKept = (which: 'publish' | 'discard' | 'preview') => void keeper.flush().then(() => setOpen(which));
  const close = () => setOpen(null);
  return (
    <>
      <EditorHead
        title={form.form.name.trim() === '' ? track.live.name : form.form.name}
        state={track.state}
        draft={draft}
        faulty={form.faulty}
        onPreview={() => openKept('preview')}
        onPublish={() => openKept('publish')}
        onDiscard={() => openKept('discard')}
        menu={<TrackMenu track={{ ...track, name: now.name }} />}
      >
        <p className={classes.note}>
          {t('track.address', { id: track.id })}
          {track.edited_at !== null &&
            ` · ${t('tracks.edited', { at: formatDateTime(track.edited_at), by: track.edited_by ?? t('somebody') })}`}
        </p>
      </EditorHead>
      <SaveTrouble draft={draft} onRetry={() => void keeper.flush()} onReload={onReload} />
      {track.state === 'archived' && <Text mb="md">{t('track.archivedNote')}</Text>}
      <fieldset className={classes.fields} disabled={track.state === 'archived' || draft.state === 'conflict'}>
        <legend className="visually-hidden">{t('track.legend')}</legend>
        <div className={classes.stack}>
          <TrackFieldsPanels track={track} form={form} keeper={keeper} draft={draft} />
          <TrackModules track={track} keeper={keeper} />
        </div>
      </fieldset>
      <TrackPreview opened={open === 'preview'} track={track} fields={now} onClose={close} />
      <PublishTrackModal
        opened={open === 'publish'}
        track={track}
        draft={draft}
        blocked={form.faulty || draft.state !== 'saved'}
        onClose={close}
      />
      <DiscardTrackModal opened={open === 'discard'} track={track} draft={draft} onClose={close} />
    </>
  );
}
