import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';

/** Begins a new role with what this one holds. */
export function DuplicateLink({ roleId }: { roleId: string }) {
  const { t } = useTranslation('adminRoles');
  return (
    <Button
      component={Link}
      to={paths.adminNewRole(roleId)}
      variant="default"
      leftSection={<IconCopy size={18} aria-hidden="true" />}
    >
      {t('role.duplicate')}
    </Button>
  );
}
