import { Card, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackLink } from '~/components/back-link';
import { useAccess } from '~/entities/permissions/access';
import { useCurrentUser } from '~/entities/session/use-session';
import { homePath } from '~/entities/session/home-path';
import { OrdersList } from '~/features/payments/components/orders-list';
import { ProfilePage } from '~/features/profile/components/profile-page';

/** The profile together with the person's orders. */
export default function AccountPage() {
  const { t } = useTranslation('profile');
  const user = useCurrentUser();
  const kind = useAccess().data?.kind;
  return (
    <ProfilePage back={kind !== undefined && <BackLink to={homePath(kind)} />}>
      {kind === 'learner' && (
        <Card component="section">
          <Title order={2} size="h3" mb="md">
            {t('ordersTitle')}
          </Title>
          <OrdersList userId={user.id} />
        </Card>
      )}
    </ProfilePage>
  );
}
