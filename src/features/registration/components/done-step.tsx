import { Button, Card, Container, List, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { paths } from '~/lib/paths';
import { usePageTitle } from '~/lib/use-page-title';

export default function DoneStep() {
  const { t } = useTranslation('registration');
  const [search] = useSearchParams();
  const tracks = useQuery(tracksQueryOptions());
  const track = tracks.data?.find(({ id }) => id === search.get('track'))?.name ?? '';
  usePageTitle(t('done.title'));
  return (
    <Container size="xs" px={0}>
      <Card ta="center" py="xl">
        <ThemeIcon size={64} radius="xl" color="green" variant="light" mx="auto" mb="md">
          <IconCheck size={32} aria-hidden="true" />
        </ThemeIcon>
        <Title order={1}>{t('done.title')}</Title>
        <Text mt="xs">{t('done.body', { track })}</Text>
        <Title order={2} size="h3" mt="xl">
          {t('done.next')}
        </Title>
        <List type="ordered" ta="left" mt="sm" mx="auto" maw="24rem" spacing="xs">
          <List.Item>{t('done.step1')}</List.Item>
          <List.Item>{t('done.step2')}</List.Item>
          <List.Item>{t('done.step3')}</List.Item>
        </List>
        <Button component={Link} to={paths.dashboard()} size="lg" mt="xl">
          {t('done.submit')}
        </Button>
      </Card>
    </Container>
  );
}
