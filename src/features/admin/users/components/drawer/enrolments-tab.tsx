import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Stack } from '@mantine/core';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { formatDate } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import { enrolmentsQueryOptions } from '../../api/get-enrolments';
import type { Enrolment, PersonDetail } from '../../schemas';
import { EnrolmentActs } from '../acts/enrolment-acts';
import { GrantEnrolment } from '../acts/grant-enrolment';
import { EnrolmentBadge } from '../person-badges';
import { useUserRights } from '../use-user-rights';
import { Entries, Entry } from './entry';

export function EnrolmentsTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const { mayEnrol } = useUserRights();
  const enrolments = useQuery(enrolmentsQueryOptions(person.id));
  const grantable = mayEnrol && person.kind === 'learner' && person.status === 'active';
  return (
    <Stack gap="md">
      {grantable && <GrantEnrolment person={person} />}
      <DataState query={enrolments} empty={<EmptyState title={t('enrolments.empty')} />}>
        {(list) => (
          <Entries label={t('tab.enrolments')}>
            {list.map((enrolment) => (
              <EnrolmentEntry
                key={enrolment.id}
                enrolment={enrolment}
                editable={mayEnrol && person.status !== 'erased'}
              />
            ))}
          </Entries>
        )}
      </DataState>
    </Stack>
  );
}

function EnrolmentEntry({ enrolment, editable }: { enrolment: Enrolment; editable: boolean }) {
  const { t } = useTranslation('adminUsers');
  const total = enrolment.attempts_included + enrolment.attempts_added;
  return (
    <Entry
      title={enrolment.track_name}
      badge={<EnrolmentBadge state={enrolment.state} />}
      facts={[
        {
          name: t('enrolments.progress'),
          value: t('enrolments.modules', {
            percent: formatPercent(enrolment.percent),
            done: enrolment.modules_completed,
            total: enrolment.modules_total,
          }),
        },
        { name: t('enrolments.since'), value: formatDate(enrolment.enrolled_at) },
        {
          name: t('enrolments.until'),
          value: enrolment.expires_at === null ? t('enrolments.noEnd') : formatDate(enrolment.expires_at),
        },
        { name: t('enrolments.attempts'), value: t('enrolments.used', { used: enrolment.attempts_used, total }) },
        {
          name: t('enrolments.extraTime'),
          value: enrolment.extra_time_percent === 0 ? null : formatPercent(enrolment.extra_time_percent),
        },
        {
          name: t('enrolments.sourceName'),
          value: enrolment.institution_name ?? t(`enrolments.source.${enrolment.source}`),
        },
      ]}
      acts={editable && <EnrolmentActs enrolment={enrolment} />}
    />
  );
}
