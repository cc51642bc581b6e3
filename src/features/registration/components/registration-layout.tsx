import { Container, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router';
import { PageLoader } from '~/components/page-loader';
import { useSession } from '~/entities/session/use-session';
import { pendingEmail } from '../model/pending-email';
import { isRegistrationStep, redirectOf, registrationSteps } from '../model/steps';
import classes from './registration-layout.module.css';

/** The frame of every step: where one stands, and the way back for those who came too early or too late. */
export default function RegistrationLayout() {
  const { t } = useTranslation('registration');
  const session = useSession();
  const [search] = useSearchParams();
  const last = useLocation().pathname.split('/')[2];
  const step = isRegistrationStep(last) ? last : 'done';
  if (session.status === 'loading') return <PageLoader />;

  const visitor = {
    signedIn: session.status === 'signed-in',
    pendingEmail: pendingEmail.read() !== null,
    trackId: search.get('track'),
  };
  const elsewhere = redirectOf(step, visitor);
  if (elsewhere !== null) return <Navigate to={elsewhere} replace />;
  if (step === 'done') return <Outlet />;

  const current = registrationSteps.indexOf(step);
  return (
    <Container size={step === 'payment' ? 'lg' : 'sm'} px={0}>
      <Text className={classes.count}>{t('stepOf', { current: current + 1, total: registrationSteps.length })}</Text>
      <ol className={classes.steps} aria-label={t('stepsLabel')}>
        {registrationSteps.map((each, index) => (
          <li key={each} data-done={index < current || undefined} aria-current={index === current ? 'step' : undefined}>
            <span className={classes.name}>{t(`steps.${each}`)}</span>
          </li>
        ))}
      </ol>
      <Outlet />
    </Container>
  );
}
