import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { formatPercent } from '~/lib/format/percent';
import { numbersQueryOptions } from '../../api/get-numbers';
import type { InstitutionDetail } from '../../schemas';
import classes from './drawer.module.css';

const figure = (value: number) => value.toLocaleString('en-IN');

/** How the students of the institution stand, in all and by track. */
export function NumbersTab({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const numbers = useQuery(numbersQueryOptions(institution.id));
  return (
    <DataState query={numbers}>
      {(data) => (
        <Stack gap="xl">
          <Section title={t('numbers.all')}>
            <Facts
              facts={[
                { name: t('numbers.students'), value: figure(data.students) },
                { name: t('numbers.joined'), value: figure(data.joined) },
                { name: t('numbers.invited'), value: figure(data.invited) },
                { name: t('numbers.certified'), value: figure(data.certified) },
                { name: t('numbers.atRisk'), value: figure(data.at_risk) },
              ]}
            />
          </Section>
          <Section title={t('numbers.tracks')}>
            {data.tracks.length === 0 ? (
              <EmptyState title={t('numbers.empty')} />
            ) : (
              <ul className={classes.entries}>
                {data.tracks.map((track) => (
                  <li key={track.track_id} className={classes.entry}>
                    <p className={classes.entryTitle}>{track.track_name}</p>
                    <Facts
                      facts={[
                        { name: t('numbers.students'), value: figure(track.students) },
                        { name: t('numbers.learning'), value: figure(track.learning) },
                        { name: t('numbers.completed'), value: figure(track.completed) },
                        { name: t('numbers.certified'), value: figure(track.certified) },
                        { name: t('numbers.atRisk'), value: figure(track.at_risk) },
                        { name: t('numbers.average'), value: formatPercent(track.average_percent) },
                      ]}
                    />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </Stack>
      )}
    </DataState>
  );
}
