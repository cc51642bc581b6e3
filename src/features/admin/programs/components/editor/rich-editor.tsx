import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Tooltip.layer.css';
import '@mantine/core/styles/Typography.layer.css';
import '@mantine/tiptap/styles.layer.css';
import { RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { safeLink } from '~/components/rich-text/safe-link';
import { type CleanDocument, cleanDocument, isEmptyDocument } from '../../model/rich-document';
import type { RichDocument } from '../../schemas';
import classes from './rich-editor.module.css';
import { useEditorLabels } from './use-editor-labels';

type Props = {
  label: string;
  initial: RichDocument;
  onChange: (doc: CleanDocument | null) => void;
  readOnly?: boolean;
};

const extensions = [
  StarterKit.configure({
    // As the pages show them: h1 and h2 are the page's own.
    heading: { levels: [3, 4, 5] },
    link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: (address) => safeLink(address) !== null },
  }),
];

export default function RichEditor({ label, initial, onChange, readOnly = false }: Props) {
  const editor = useEditor({
    extensions,
    content: cleanDocument(initial),
    editable: !readOnly,
    shouldRerenderOnTransaction: true,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
    onUpdate: ({ editor: current }) => {
      const doc = cleanDocument(current.getJSON());
      onChange(isEmptyDocument(doc) ? null : doc);
    },
  });
  return (
    <RichTextEditor editor={editor} labels={useEditorLabels()} mt="xs" className={classes.editor}>
      {!readOnly && (
        <RichTextEditor.Toolbar>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.H3 />
            <RichTextEditor.H4 />
            <RichTextEditor.H5 />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.Underline />
            <RichTextEditor.Strikethrough />
            <RichTextEditor.Code />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
            <RichTextEditor.Blockquote />
            <RichTextEditor.CodeBlock />
            <RichTextEditor.Hr />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Link />
            <RichTextEditor.Unlink />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
      )}
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
