import { Text } from '@mantine/core';
import { DrawerLink } from '~/components/drawer-link';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import type { AuditEntry } from '../schemas';
import { useAuditWords } from './use-audit-words';

export function EntryLink({ entry }: { entry: AuditEntry }) {
  const words = useAuditWords();
  const { address } = useListAddress();
  return (
    <DrawerLink to={paths.adminAuditEntry(entry.id)} search={address.toString()}>
      {words.action(entry.action)}
    </DrawerLink>
  );
}

export function EntrySubject({ entry }: { entry: AuditEntry }) {
  const words = useAuditWords();
  return (
    <>
      {entry.subject_name ?? entry.subject_id}
      <Text size="sm" c="dimmed" component="span" display="block">
        {words.subjectType(entry.subject_type)}
      </Text>
    </>
  );
}
