import { useTranslation } from 'react-i18next';

/** The names of the editor's controls. */
export function useEditorLabels() {
  const { t } = useTranslation('programs');
  return {
    h3ControlLabel: t('editor.h3'),
    h4ControlLabel: t('editor.h4'),
    h5ControlLabel: t('editor.h5'),
    boldControlLabel: t('editor.bold'),
    italicControlLabel: t('editor.italic'),
    underlineControlLabel: t('editor.underline'),
    strikeControlLabel: t('editor.strike'),
    codeControlLabel: t('editor.code'),
    bulletListControlLabel: t('editor.bulletList'),
    orderedListControlLabel: t('editor.orderedList'),
    blockquoteControlLabel: t('editor.blockquote'),
    codeBlockControlLabel: t('editor.codeBlock'),
    hrControlLabel: t('editor.line'),
    linkControlLabel: t('editor.link'),
    unlinkControlLabel: t('editor.unlink'),
    undoControlLabel: t('editor.undo'),
    redoControlLabel: t('editor.redo'),
    linkEditorInputLabel: t('editor.address'),
    linkEditorInputPlaceholder: 'https://',
    linkEditorExternalLink: t('editor.newTab'),
    linkEditorInternalLink: t('editor.sameTab'),
    linkEditorSave: t('editor.save'),
  };
}
