import { ActionIcon, Button, Group } from '@mantine/core';
import { IconMailForward, IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StudentRow } from '../schemas';
import { useInvite } from './use-invite';

type Props = { student: StudentRow; compact?: boolean; onRemove: () => void };

/** What can be done with a student: invite again while there is no account, and remove. */
export function StudentActions({ student, compact = false, onRemove }: Props) {
  const { t } = useTranslation('institution');
  const { invite, busy } = useInvite(student);
  const who = { name: student.full_name };
  if (compact) {
    return (
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {student.joined_at === null && (
          <ActionIcon
            variant="subtle"
            size="lg"
            loading={busy}
            onClick={invite}
            aria-label={t('students.inviteAgainOf', who)}
            title={t('students.inviteAgain')}
          >
            <IconMailForward size={20} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          onClick={onRemove}
          aria-label={t('students.removeOf', who)}
          title={t('students.remove')}
        >
          <IconUserMinus size={20} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Group>
    );
  }
  return (
    <Group gap="xs">
      {student.joined_at === null && (
        <Button
          variant="default"
          size="sm"
          loading={busy}
          onClick={invite}
          leftSection={<IconMailForward size={18} aria-hidden="true" />}
          aria-label={t('students.inviteAgainOf', who)}
        >
          {t('students.inviteAgain')}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        onClick={onRemove}
        leftSection={<IconUserMinus size={18} aria-hidden="true" />}
        aria-label={t('students.removeOf', who)}
      >
        {t('students.remove')}
      </Button>
    </Group>
  );
}
