import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Change, fieldName } from '../model/changes';
import classes from './audit.module.css';

/** What an act changed, a line for each field. */
export function ChangeTable({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('adminAudit');
  return (
    <Table aria-label={t('entry.changes')} verticalSpacing="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('entry.field')}</Table.Th>
          <Table.Th>{t('entry.before')}</Table.Th>
          <Table.Th>{t('entry.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={change.field}>
            <Table.Th scope="row">{fieldName(change.field)}</Table.Th>
            {change.kind === 'list' ? (
              <>
                <Table.Td>
                  {change.removed.length > 0 && t('entry.removed', { items: change.removed.join(', ') })}
                </Table.Td>
                <Table.Td>{change.added.length > 0 && t('entry.added', { items: change.added.join(', ') })}</Table.Td>
              </>
            ) : (
              <>
                <Value text={change.before} />
                <Value text={change.after} />
              </>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({ text }: { text: string | null }) {
  const { t } = useTranslation('adminAudit');
  return (
    <Table.Td>
      {text === null ? (
        <Text inherit c="dimmed">
          {t('entry.nothing')}
        </Text>
      ) : (
        <pre className={classes.value}>{text}</pre>
      )}
    </Table.Td>
  );
}
