import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { enrolmentKeys } from '~/entities/enrolment/keys';
import { profileQueryOptions } from '~/entities/profile/get-profile';
import { useCurrentUser } from '~/entities/session/use-session';
import { trackQueryOptions } from '~/entities/track/get-track';
import { CheckoutPanel } from '~/features/payments/components/checkout-panel';
import { stepPath } from '~/features/registration/model/steps';

/** The last step of the registration, where it meets the payment. */
export default function RegistrationPaymentPage() {
  const { t } = useTranslation('registration');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [search] = useSearchParams();
  const trackId = search.get('track') ?? '';
  const user = useCurrentUser();
  const track = useQuery(trackQueryOptions(trackId));
  const profile = useQuery(profileQueryOptions(user.id));

  async function finish() {
    await queryClient.invalidateQueries({ queryKey: enrolmentKeys.all });
    await navigate(stepPath('done', trackId), { replace: true });
  }

  return (
    <>
      <PageHeader title={t('payment.title')} />
      <DataState query={track}>
        {({ id, name }) => (
          <DataState query={profile}>
            {({ full_name, email, phone }) => (
              <CheckoutPanel
                kind="enrolment"
                track={{ id, name }}
                buyer={{ name: full_name, email, phone }}
                onPaid={() => void finish()}
                aside={
                  <Anchor
                    component={Link}
                    to={stepPath('course', trackId)}
                    underline="always"
                    size="sm"
                    className="tap"
                  >
                    {t('payment.change')}
                  </Anchor>
                }
              />
            )}
          </DataState>
        )}
      </DataState>
    </>
  );
}
