import { Alert, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { FormErrorSummary } from '~/components/form-error-summary';
import { notify } from '~/components/notify';
import { ReasonModal } from '~/components/reason-modal';
import { SideDrawer } from '~/components/side-drawer';
import { rolesQueryOptions } from '../api/list-roles';
import { useInviteStaff } from '../api/invite-staff';
import { emptyInvite, inviteFaultsOf, type InviteFault } from '../model/invite';
import { missingOf } from '../model/permissions';
import type { Role } from '../schemas';
import { useOwnRights } from './use-own-rights';
import { useRefusalText } from './use-refusal-text';

const fieldOf: Record<InviteFault, string> = {
  invalid_email: 'invite-email',
  invalid_full_name: 'invite-name',
  roles_needed: 'invite-roles',
};

export function InviteDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('adminRoles');
  const roles = useQuery(rolesQueryOptions());
  return (
    <SideDrawer title={t('invitation.formTitle')} onClose={onClose}>
      <DataState query={roles}>{(data) => <InviteForm roles={data.roles} onDone={onClose} />}</DataState>
    </SideDrawer>
  );
}

function InviteForm({ roles, onDone }: { roles: Role[]; onDone: () => void }) {
  const { t } = useTranslation('adminRoles');
  const refusal = useRefusalText();
  const [invite, setInvite] = useState(emptyInvite);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const send = useInviteStaff();
  const faults = attempt > 0 ? inviteFaultsOf(invite) : [];
  const faultOf = (fault: InviteFault) => (faults.includes(fault) ? t(`refusal.${fault}`) : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((count) => count + 1);
        if (inviteFaultsOf(invite).length === 0) setAsking(true);
      }}
    >
      <Stack>
        <Text c="dimmed">{t('invitation.formBody')}</Text>
        <FormErrorSummary
          attempt={attempt}
          problems={faults.map((fault) => ({ fieldId: fieldOf[fault], message: t(`refusal.${fault}`) }))}
        />
        {send.isError && (
          <Alert color="red" role="alert">
            {refusal(send.error)}
          </Alert>
        )}
        <TextInput
          id="invite-name"
          label={t('invitation.fullName')}
          required
          maxLength={200}
          autoComplete="off"
          value={invite.fullName}
          error={faultOf('invalid_full_name')}
          onChange={({ currentTarget }) => setInvite({ ...invite, fullName: currentTarget.value })}
        />
        <TextInput
          id="invite-email"
          type="email"
          label={t('invitation.email')}
          required
          maxLength={320}
          autoComplete="off"
          value={invite.email}
          error={faultOf('invalid_email')}
          onChange={({ currentTarget }) => setInvite({ ...invite, email: currentTarget.value })}
        />
        <RoleChoice
          roles={roles}
          chosen={invite.roleIds}
          error={faultOf('roles_needed')}
          onChange={(roleIds) => setInvite({ ...invite, roleIds })}
        />
        <Button type="submit">{t('invitation.send')}</Button>
      </Stack>
      <ReasonModal
        opened={asking}
        title={t('invitation.formTitle')}
        confirmLabel={t('invitation.send')}
        busy={send.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) =>
          send.mutate(
            { ...invite, reason },
            {
              onSuccess: () => {
                void notify('success', t('invitation.sentTo', { email: invite.email.trim() }));
                onDone();
              },
              onSettled: () => setAsking(false),
            },
          )
        }
      />
    </form>
  );
}

function RoleChoice(props: {
  roles: Role[];
  chosen: string[];
  error: string | undefined;
  onChange: (ids: string[]) => void;
}) {
  const { t } = useTranslation('adminRoles');
  const { held } = useOwnRights();
  return (
    <Checkbox.Group
      label={t('invitation.roles')}
      error={props.error}
      value={props.chosen}
      onChange={props.onChange}
      required
    >
      <Stack gap="xs" mt="xs" id="invite-roles" tabIndex={-1}>
        {props.roles.map((role) => {
          const missing = missingOf(role.permissions, held);
          return (
            <Checkbox
              key={role.id}
              value={role.id}
              label={role.name}
              disabled={missing.length > 0}
              description={
                missing.length > 0 ? t('staff.lacking', { permissions: missing.join(', ') }) : role.description
              }
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}
