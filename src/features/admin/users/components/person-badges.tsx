import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import type { EnrolmentState, IdentityState, Person } from '../schemas';

const accountTones: Record<Person['status'], StatusTone> = { active: 'good', suspended: 'bad', erased: 'neutral' };
const identityTones: Record<IdentityState, StatusTone> = {
  waiting: 'waiting',
  verified: 'good',
  refused: 'bad',
  none: 'neutral',
};
const enrolmentTones: Record<EnrolmentState, StatusTone> = {
  active: 'good',
  completed: 'good',
  expired: 'neutral',
  revoked: 'bad',
};

export function AccountBadge({ status }: { status: Person['status'] }) {
  const { t } = useTranslation('adminUsers');
  return <StatusBadge tone={accountTones[status]} label={t(`status.${status}`)} />;
}

export function IdentityBadge({ state }: { state: IdentityState }) {
  const { t } = useTranslation('adminUsers');
  return <StatusBadge tone={identityTones[state]} label={t(`identity.${state}`)} />;
}

export function EnrolmentBadge({ state }: { state: EnrolmentState }) {
  const { t } = useTranslation('adminUsers');
  return <StatusBadge tone={enrolmentTones[state]} label={t(`enrolment.${state}`)} />;
}
