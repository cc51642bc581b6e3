import { Anchor, Container, Text } from '@mantine/core';
import { IconArrowRight, IconBuilding, IconBuildingBank, IconSchool, IconUser } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { PageHeader } from '~/components/page-header';
import { useSession } from '~/entities/session/use-session';
import { paths } from '~/lib/paths';
import { stepPath } from '../model/steps';
import classes from './type-page.module.css';

const types = [
  { type: 'learner', to: stepPath('details', null), Icon: IconUser },
  { type: 'university', to: paths.registerInstitution('university'), Icon: IconBuildingBank },
  { type: 'school', to: paths.registerInstitution('school'), Icon: IconSchool },
  { type: 'organisation', to: paths.registerInstitution('organisation'), Icon: IconBuilding },
] as const;

/** Who is it that registers? A learner makes an account; the others write to us first. */
export default function TypePage() {
  const { t } = useTranslation('registration');
  const session = useSession();
  const [search] = useSearchParams();
  const track = search.get('track');
  // Whoever comes with a track has said already what for.
  if (track !== null) return <Navigate to={paths.register(track)} replace />;
  return (
    <Container size="xl" px={0}>
      <PageHeader title={t('type.title')} description={t('type.intro')} />
      <ul className={classes.cards}>
        {types.map((each) => (
          <TypeCard key={each.type} {...each} />
        ))}
      </ul>
      {session.status === 'anonymous' && (
        <Text mt="xl">
          {t('haveAccount')}{' '}
          <Anchor component={Link} to={paths.login()} underline="always">
            {t('signIn')}
          </Anchor>
        </Text>
      )}
    </Container>
  );
}

function TypeCard({ type, to, Icon }: (typeof types)[number]) {
  const { t } = useTranslation('registration');
  const id = useId();
  return (
    <li className={classes.card} data-type={type}>
      <span className={classes.icon}>
        <Icon size={28} stroke={1.6} aria-hidden="true" />
      </span>
      <div className={classes.text}>
        <h2>
          <Link to={to} aria-describedby={id}>
            {t(`type.${type}.title`)}
          </Link>
        </h2>
        <p id={id}>{t(`type.${type}.body`)}</p>
      </div>
      <span className={classes.action} aria-hidden="true">
        {t(`type.${type}.action`)}
        <IconArrowRight size={18} />
      </span>
    </li>
  );
}
