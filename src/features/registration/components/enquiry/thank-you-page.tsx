import { Button, Card, Container, Group, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { notify } from '~/components/notify';
import { paths } from '~/lib/paths';
import { usePageTitle } from '~/lib/use-page-title';
import classes from './thank-you-page.module.css';

/** What our references look like: the address must not make this page say anything else. */
const referencePattern = /^ENQ-[0-9A-Z]{4,12}$/;

export default function ThankYouPage() {
  const { t } = useTranslation('registration');
  const [search] = useSearchParams();
  usePageTitle(t('thanks.title'));
  const reference = search.get('reference') ?? '';
  if (!referencePattern.test(reference)) return <Navigate to={paths.register()} replace />;
  return (
    <Container size="sm" px={0}>
      <Card p={{ base: 'md', sm: 'xl' }}>
        <ThemeIcon size={64} radius="xl" color="green" variant="light" mb="md">
          <IconCheck size={32} aria-hidden="true" />
        </ThemeIcon>
        <Title order={1}>{t('thanks.title')}</Title>
        <Text mt="xs" c="dimmed">
          {t('thanks.body')}
        </Text>
        <Reference reference={reference} />
        <h2 className={classes.next}>{t('thanks.next')}</h2>
        <ol className={classes.steps}>
          {t('thanks.steps', { returnObjects: true }).map(({ when, what }) => (
            <li key={when}>
              <strong>{when}</strong>
              <span>{what}</span>
            </li>
          ))}
        </ol>
        <Group mt="xl">
          <Button component={Link} to={paths.landingSection('tracks')}>
            {t('thanks.tracks')}
          </Button>
          <Button component={Link} to={paths.landing()} variant="default">
            {t('thanks.home')}
          </Button>
        </Group>
      </Card>
    </Container>
  );
}

function Reference({ reference }: { reference: string }) {
  const { t } = useTranslation('registration');
  const { t: common } = useTranslation('common');
  const copy = () => {
    navigator.clipboard.writeText(reference).then(
      () => notify('success', common('copied')),
      () => notify('error', t('thanks.copyFailed')),
    );
  };
  return (
    <div className={classes.reference}>
      <p>
        <span>{t('thanks.reference')}</span> <strong>{reference}</strong>
      </p>
      <Button variant="default" leftSection={<IconCopy size={18} aria-hidden="true" />} onClick={copy}>
        {t('thanks.copy')}
      </Button>
    </div>
  );
}
