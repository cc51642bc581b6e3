import { Anchor, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import type { PersonDetail } from '../../schemas';
import { CorrectName } from '../acts/correct-name';
import { useUserRights } from '../use-user-rights';
import { IdentitySection } from './identity-section';

export function ProfileTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const { mayManage } = useUserRights();
  return (
    <Stack gap="xl">
      <Section
        title={t('profile.title')}
        action={mayManage && person.status !== 'erased' && <CorrectName person={person} />}
      >
        <Facts
          facts={[
            { name: t('profile.name'), value: person.full_name || t('noName') },
            {
              name: t('profile.email'),
              value: (
                <Anchor href={`mailto:${person.email}`} className="tap">
                  {person.email}
                </Anchor>
              ),
            },
            { name: t('profile.confirmed'), value: t(person.email_confirmed === true ? 'yes' : 'no') },
            { name: t('profile.phone'), value: person.phone },
            { name: t('profile.organization'), value: person.organization },
            { name: t('profile.designation'), value: person.designation },
            { name: t('profile.location'), value: person.location },
            { name: t('profile.bio'), value: person.bio },
            {
              name: t('profile.lastSignIn'),
              value: person.last_sign_in_at === null ? t('never') : formatDateTime(person.last_sign_in_at),
            },
          ]}
        />
      </Section>
      {person.institutions.length > 0 && <Institutions person={person} />}
      <IdentitySection person={person} />
    </Stack>
  );
}

const parts = ['manager', 'student'] as const;

function Institutions({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const { maySeeInstitutions } = useUserRights();
  const name = (institution: PersonDetail['institutions'][number]) =>
    maySeeInstitutions ? (
      <Anchor component={Link} to={paths.adminInstitution(institution.id)} className="tap">
        {institution.name}
      </Anchor>
    ) : (
      institution.name
    );
  return (
    <Section title={t('profile.institutions')}>
      <Facts
        facts={parts.map((part) => {
          const own = person.institutions.filter((each) => each.part === part);
          return {
            name: t(`profile.part.${part}`),
            value: own.length === 0 ? null : own.map((each) => <div key={each.id}>{name(each)}</div>),
          };
        })}
      />
    </Section>
  );
}
