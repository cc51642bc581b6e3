import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '~/lib/save-file';
import type { DraftQuestion } from '../../model/document';
import { fileName } from '../../model/file-name';
import { writeCsv } from '../../model/import/write-csv';
import { writeGift } from '../../model/import/write-gift';
import type { TestModule } from '../../schemas';

/** The draft's questions, with their answers, as a file for another system or a spreadsheet. */
export function ExportQuestions(props: { questions: DraftQuestion[]; modules: TestModule[]; title: string }) {
  const { t } = useTranslation('adminTests');
  const titleOf = (moduleId: string) => props.modules.find(({ id }) => id === moduleId)?.title;
  const save = (text: string, type: string, ending: string) =>
    saveFile(new Blob([text], { type: `${type};charset=utf-8` }), fileName(props.title, ending));
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('questions.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save(writeGift(props.questions, titleOf), 'text/plain', 'gift.txt')}>
          {t('questions.asGift')}
        </Menu.Item>
        <Menu.Item onClick={() => save(writeCsv(props.questions, titleOf), 'text/csv', 'csv')}>
          {t('questions.asCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
