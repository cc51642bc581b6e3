import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckedQuestion } from '../../model/import/check-import';
import { useFaultText } from '../use-fault-text';

/** Why it cannot be taken, where the same stands already, and what of it is left out. */
export function QuestionRemarks({ checked }: { checked: CheckedQuestion }) {
  const { t } = useTranslation('adminTests');
  const { sentence } = useFaultText();
  const remarks = [
    ...checked.faults.map(sentence),
    ...(checked.sameAsPlace === null ? [] : [t('import.sameAsPlace', { place: checked.sameAsPlace })]),
    ...(checked.sameAsLine === null ? [] : [t('import.sameAsLine', { line: checked.sameAsLine })]),
    ...checked.notes.map((note) => t(`import.note.${note}`)),
  ];
  if (remarks.length === 0) return null;
  return (
    <List size="sm">
      {remarks.map((remark) => (
        <List.Item key={remark}>{remark}</List.Item>
      ))}
    </List>
  );
}
