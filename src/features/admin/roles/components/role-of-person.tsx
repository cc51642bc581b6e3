import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { formatDate } from '~/lib/format/dates';
import { useMoveRole } from '../api/move-role';
import { missingOf } from '../model/permissions';
import type { Role, Staff } from '../schemas';
import classes from './role-of-person.module.css';
import { useOwnRights } from './use-own-rights';
import { useRefusalText } from './use-refusal-text';

type Props = { role: Role; person: Staff };

/** One role of one person, with the one act that is possible, or why none is. */
export function RoleOfPerson({ role, person }: Props) {
  const { t } = useTranslation('adminRoles');
  const { held } = useOwnRights();
  const [asking, setAsking] = useState(false);
  const grant = person.roles.find(({ id }) => id === role.id);
  const way = grant === undefined ? 'give' : 'take';
  const missing = missingOf(role.permissions, held);
  const obstacle =
    missing.length > 0
      ? t('staff.lacking', { permissions: missing.join(', ') })
      : way === 'give' && person.me
        ? t('staff.notToSelf')
        : null;
  return (
    <div className={classes.row}>
      <div>
        <Text fw={grant === undefined ? 400 : 650}>{role.name}</Text>
        {grant !== undefined && (
          <Text size="sm" c="dimmed">
            {grant.granted_by === null
              ? t('staff.heldSince', { date: formatDate(grant.granted_at) })
              : t('staff.held', { date: formatDate(grant.granted_at), name: grant.granted_by })}
          </Text>
        )}
        {obstacle !== null && (
          <Text size="sm" c="dimmed">
            {obstacle}
          </Text>
        )}
      </div>
      {obstacle === null && (
        <Button
          variant="default"
          size="sm"
          aria-label={t(`staff.${way}Named`, { role: role.name })}
          onClick={() => setAsking(true)}
        >
          {t(`staff.${way}`)}
        </Button>
      )}
      <MoveModal {...{ role, person, way, opened: asking, onClose: () => setAsking(false) }} />
    </div>
  );
}

function MoveModal({
  role,
  person,
  way,
  opened,
  onClose,
}: Props & { way: 'give' | 'take'; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('adminRoles');
  const refusal = useRefusalText();
  const move = useMoveRole();
  const names = { role: role.name, name: person.full_name };
  return (
    <ReasonModal
      opened={opened}
      title={t(`staff.${way}Title`, names)}
      confirmLabel={t(`staff.${way}`)}
      destructive={way === 'take'}
      warning={t('staff.takeWarning')}
      busy={move.isPending}
      onClose={onClose}
      onConfirm={(reason) =>
        move.mutate(
          { way, staffId: person.id, roleId: role.id, reason },
          {
            onSuccess: () => void notify('success', t(way === 'give' ? 'staff.given' : 'staff.taken', names)),
            onError: (error) => void notify('error', refusal(error)),
            onSettled: onClose,
          },
        )
      }
    >
      {t(`staff.${way}Body`)}
    </ReasonModal>
  );
}
