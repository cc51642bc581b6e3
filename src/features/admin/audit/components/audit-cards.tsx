import { Card, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import type { AuditEntry } from '../schemas';
import classes from './audit.module.css';
import { EntryLink, EntrySubject } from './entry-parts';
import { useAuditWords } from './use-audit-words';

/** The same list where a table has no room. */
export function AuditCards({ rows }: { rows: AuditEntry[] }) {
  const { t } = useTranslation('adminAudit');
  const words = useAuditWords();
  return (
    <ul className={classes.cards} aria-label={t('table.label')}>
      {rows.map((entry) => (
        <Card component="li" key={entry.id} withBorder>
          <Stack gap={6} align="flex-start">
            <EntryLink entry={entry} />
            <Text size="sm" c="dimmed">
              {formatDateTime(entry.at)}
            </Text>
            <Text>{words.actor(entry)}</Text>
            <div>
              <EntrySubject entry={entry} />
            </div>
            {entry.reason !== null && <Text size="sm">{entry.reason}</Text>}
          </Stack>
        </Card>
      ))}
    </ul>
  );
}
