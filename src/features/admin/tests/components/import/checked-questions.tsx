import { Alert, Button, Checkbox, Group, List, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftQuestion } from '../../model/document';
import { type CheckedFile, type CheckedQuestion, isTakeable, isUsual, roomFor } from '../../model/import/check-import';
import { QuestionRemarks } from './question-remarks';

type Props = {
  file: CheckedFile;
  draft: DraftQuestion[];
  onAdd: (chosen: CheckedQuestion[]) => void;
  onAgain: () => void;
};

export function CheckedQuestions({ file, draft, onAdd, onAgain }: Props) {
  const { t } = useTranslation('adminTests');
  const [chosen, setChosen] = useState(() => file.questions.filter(isUsual));
  const room = roomFor(draft);
  const toggle = (each: CheckedQuestion) =>
    setChosen(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each]);
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {file.questions.length === 0 ? t('import.nothing') : t('import.found', { count: file.questions.length })}
      </Text>
      {file.problems.length > 0 && <Problems file={file} />}
      {file.questions.length > 0 && (
        <Table.ScrollContainer type="native" minWidth={560} tabIndex={0} role="region" aria-label={t('import.table')}>
          <Table aria-label={t('import.table')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('import.take')}</Table.Th>
                <Table.Th>{t('import.question')}</Table.Th>
                <Table.Th>{t('import.remarks')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {file.questions.map((each) => (
                <Table.Tr key={each.line}>
                  <Table.Td>
                    <Checkbox
                      aria-label={t('import.select', { line: each.line })}
                      disabled={!isTakeable(each)}
                      checked={chosen.includes(each)}
                      onChange={() => toggle(each)}
                    />
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Text size="sm" fw={600} lineClamp={3}>
                      {each.question.prompt}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {`${t('import.line', { line: each.line })} · ${t(`kind.${each.question.kind}`)}`}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <QuestionRemarks checked={each} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {chosen.length > room && <Text c="var(--bad-ink)">{t('import.room', { count: room })}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onAgain}>
          {t('import.again')}
        </Button>
        <Button disabled={chosen.length === 0 || chosen.length > room} onClick={() => onAdd(inOrder(file, chosen))}>
          {t('import.add', { count: chosen.length })}
        </Button>
      </Group>
    </Stack>
  );
}

const inOrder = (file: CheckedFile, chosen: CheckedQuestion[]) =>
  file.questions.filter((each) => chosen.includes(each));

function Problems({ file }: { file: CheckedFile }) {
  const { t } = useTranslation('adminTests');
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('import.problems', { count: file.problems.length })}
    >
      <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {file.problems.map(({ line, code, text }) => (
          <List.Item key={`${line}-${code}-${text}`}>
            {[`${t('import.line', { line })}:`, t(`import.problem.${code}`), text].join(' ')}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
