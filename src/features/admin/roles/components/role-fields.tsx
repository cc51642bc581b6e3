import { Alert, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { faultsOf, toggled, type DraftFault, type RoleDraft } from '../model/role-draft';
import { groupByArea } from '../model/permissions';
import type { Permission } from '../schemas';
import { useAreaName } from './use-area-name';
import { useOwnRights } from './use-own-rights';
import { useRefusalText } from './use-refusal-text';

type Props = {
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
  permissions: Permission[];
  /** How often it was sent: problems are shown from the first time on. */
  attempt: number;
  error: unknown;
  onSubmit: () => void;
  actions: ReactNode;
};

const fieldOf: Record<DraftFault, string> = {
  invalid_name: 'role-name',
  invalid_description: 'role-description',
  permissions_needed: 'role-permissions',
};

/** Name, words and permissions of a role that can be changed. */
export function RoleFields({ draft, onChange, permissions, attempt, error, onSubmit, actions }: Props) {
  const { t } = useTranslation('adminRoles');
  const refusal = useRefusalText();
  const faults = attempt > 0 ? faultsOf(draft) : [];
  const faultOf = (fault: DraftFault) => (faults.includes(fault) ? t(`refusal.${fault}`) : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        <FormErrorSummary
          attempt={attempt}
          problems={faults.map((fault) => ({ fieldId: fieldOf[fault], message: t(`refusal.${fault}`) }))}
        />
        {error !== null && (
          <Alert color="red" role="alert">
            {refusal(error)}
          </Alert>
        )}
        <TextInput
          id="role-name"
          label={t('role.name')}
          description={t('role.nameHint')}
          required
          maxLength={60}
          autoComplete="off"
          value={draft.name}
          error={faultOf('invalid_name')}
          onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
        />
        <Textarea
          id="role-description"
          label={t('role.describe')}
          description={t('role.describeHint')}
          maxLength={300}
          autosize
          minRows={2}
          value={draft.description}
          error={faultOf('invalid_description')}
          onChange={({ currentTarget }) => onChange({ ...draft, description: currentTarget.value })}
        />
        <PermissionFields permissions={permissions} draft={draft} onChange={onChange} />
        <Group>{actions}</Group>
      </Stack>
    </form>
  );
}

function PermissionFields({ permissions, draft, onChange }: Pick<Props, 'permissions' | 'draft' | 'onChange'>) {
  const { t } = useTranslation('adminRoles');
  const areaName = useAreaName();
  const { held } = useOwnRights();
  return (
    <Stack gap="lg" id="role-permissions" tabIndex={-1} role="group" aria-label={t('role.permissions')}>
      {groupByArea(permissions).map((group) => (
        <Stack key={group.id} gap="xs" role="group" aria-label={areaName(group)}>
          <Text fw={650} aria-hidden="true">
            {areaName(group)}
          </Text>
          {group.permissions.map(({ id, description }) => (
            <Checkbox
              key={id}
              label={description}
              description={held.includes(id) ? undefined : t('role.lacking')}
              disabled={!held.includes(id)}
              checked={draft.permissions.includes(id)}
              onChange={() => onChange(toggled(draft, id))}
            />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
