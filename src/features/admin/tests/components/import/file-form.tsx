import { Button, FileInput, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../../model/document';
import { checkImport, type CheckedFile } from '../../model/import/check-import';
import { type FileFormat, formatOf, largestFile, readQuestions, textOfFile } from '../../model/import/read-file';
import type { TestModule } from '../../schemas';

type Props = { questions: DraftQuestion[]; modules: TestModule[]; onChecked: (file: CheckedFile) => void };

export function FileForm({ questions, modules, onChecked }: Props) {
  const { t } = useTranslation('adminTests');
  const [text, setText] = useState('');
  const [format, setFormat] = useState<FileFormat>('gift');
  const [problem, setProblem] = useState<'tooLarge' | 'unreadable' | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (file: File | null) => {
    setProblem(null);
    if (file === null) return;
    if (file.size > largestFile) {
      setProblem('tooLarge');
      return;
    }
    const read = await textOfFile(file);
    if (read === null) setProblem('unreadable');
    else {
      setText(read);
      setFormat(formatOf(file.name, read));
    }
  };
  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setBusy(true);
    onChecked(checkImport(await readQuestions(format, text), questions, modules));
  };
  return (
    <form onSubmit={(event) => void check(event)}>
      <Stack gap="sm">
        <FileInput
          label={t('import.file')}
          description={t('import.fileHint')}
          accept=".gift,.txt,.csv,text/plain,text/csv"
          leftSection={<IconUpload size={18} aria-hidden="true" />}
          error={problem === null ? undefined : t(`import.${problem}`)}
          onChange={(file) => void open(file)}
        />
        <Textarea
          label={t('import.or')}
          autosize
          minRows={6}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <NativeSelect
          label={t('import.format')}
          data={[
            { value: 'gift', label: t('import.gift') },
            { value: 'csv', label: t('import.csv') },
          ]}
          value={format}
          onChange={({ currentTarget }) => setFormat(currentTarget.value === 'csv' ? 'csv' : 'gift')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={text.trim() === ''}>
            {t('import.check')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
