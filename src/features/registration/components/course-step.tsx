import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/RadioCard.layer.css';
import '@mantine/core/styles/RadioIndicator.layer.css';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { Price } from '~/components/price';
import { StatusBadge } from '~/components/status-badge';
import { enrolmentsQueryOptions } from '~/entities/enrolment/get-enrolments';
import { useCurrentUser } from '~/entities/session/use-session';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import type { Track } from '~/entities/track/track-schema';
import { stepPath } from '../model/steps';
import classes from './course-step.module.css';

export default function CourseStep() {
  const { t } = useTranslation('registration');
  const user = useCurrentUser();
  const tracks = useQuery(tracksQueryOptions());
  const enrolments = useQuery(enrolmentsQueryOptions(user.id));
  const enrolled = new Set(
    enrolments.data
      ?.filter(({ status }) => status === 'active' || status === 'completed')
      .map(({ track_id }) => track_id),
  );
  return (
    <>
      <PageHeader title={t('course.title')} description={t('course.intro')} />
      <DataState query={tracks} empty={<EmptyState icon={IconSchool} title={t('course.empty')} />}>
        {(list) => <TrackChoice tracks={list} enrolled={enrolled} />}
      </DataState>
    </>
  );
}

function TrackChoice({ tracks, enrolled }: { tracks: Track[]; enrolled: Set<string> }) {
  const { t } = useTranslation('registration');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const wanted = search.get('track');
  const [chosen, setChosen] = useState(tracks.some((track) => track.id === wanted) ? (wanted ?? '') : '');
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen === '' || enrolled.has(chosen)) setMissing(true);
    else void navigate(stepPath('payment', chosen));
  }

  return (
    <form onSubmit={submit} noValidate>
      <Radio.Group
        aria-label={t('course.label')}
        value={chosen}
        onChange={setChosen}
        error={missing && chosen === '' ? t('errors.course') : null}
      >
        <Stack gap="md">
          {tracks.map((track) => (
            <Radio.Card key={track.id} value={track.id} className={classes.card} disabled={enrolled.has(track.id)}>
              <Group wrap="nowrap" align="flex-start">
                <Radio.Indicator mt={4} />
                <div className={classes.text}>
                  <Group justify="space-between" gap="xs">
                    <Text fw={700} size="lg">
                      {track.name}
                    </Text>
                    {enrolled.has(track.id) ? (
                      <StatusBadge tone="good" label={t('course.enrolled')} />
                    ) : (
                      <Text fw={700}>
                        <Price paise={track.price} inherit />{' '}
                        <Text span size="sm" c="dimmed" fw={400}>
                          {t('course.plusTax')}
                        </Text>
                      </Text>
                    )}
                  </Group>
                  <Text c="dimmed">{track.tagline}</Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Button type="submit" size="lg" fullWidth mt="lg">
        {t('course.submit')}
      </Button>
    </form>
  );
}
