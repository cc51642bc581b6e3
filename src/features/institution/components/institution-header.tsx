import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { DataState } from '~/components/data-state';
import { paths } from '~/lib/paths';
import { overviewQueryOptions } from '../api/get-overview';
import { seatsByTrack } from '../model/seats';
import classes from './institution-header.module.css';
import { InstitutionSwitch } from './institution-switch';
import { SeatMeter } from './seat-meter';
import { SeatWarnings } from './seat-warnings';
import { useInstitution } from './use-institution';

/** Whom this area stands for and how many seats there are; above every page of it. */
export function InstitutionHeader() {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const { pathname } = useLocation();
  // Where files are handed in, and where students are added, the page itself leads there.
  const leads = ![paths.institutionStudents(), paths.institutionBulk()].some((path) => pathname.startsWith(path));
  const overview = useQuery(overviewQueryOptions(institution.id));
  return (
    <section aria-label={t('header.label')} className={classes.header}>
      <div className={classes.top}>
        {institution.all.length > 1 ? <InstitutionSwitch /> : <p className={classes.name}>{institution.name}</p>}
        {leads && (
          <Link to={paths.institutionBulk()} className={`${classes.link} no-print tap`}>
            {t('header.enrol')}
          </Link>
        )}
      </div>
      <DataState query={overview} loading={<Skeleton height={46} className={classes.loading} />}>
        {({ seats }) =>
          seats.length === 0 ? (
            <p className={classes.none}>{t('header.noSeats')}</p>
          ) : (
            <>
              <ul className={classes.seats} aria-label={t('header.seats')}>
                {seatsByTrack(seats).map((track) => (
                  <li key={track.trackId}>
                    <SeatMeter seats={track} />
                  </li>
                ))}
              </ul>
              <SeatWarnings blocks={seats} />
            </>
          )
        }
      </DataState>
    </section>
  );
}
