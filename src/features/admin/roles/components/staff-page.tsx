import { Button } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { InviteDrawer } from './invite-drawer';
import { InvitationsPanel } from './invitations-panel';
import { RolesHead } from './roles-head';
import { StaffList } from './staff-list';
import { useOwnRights } from './use-own-rights';

/** Who is on the staff and holds what, and who is invited to it. */
export default function StaffPage() {
  const { t } = useTranslation('adminRoles');
  const { mayInvite } = useOwnRights();
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <RolesHead
        actions={
          mayInvite && (
            <Button leftSection={<IconMailPlus size={18} aria-hidden="true" />} onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          )
        }
      />
      <StaffList />
      <InvitationsPanel />
      {inviting && <InviteDrawer onClose={() => setInviting(false)} />}
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
