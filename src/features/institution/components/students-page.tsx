import { Button, Group } from '@mantine/core';
import { IconArmchair, IconFileImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { PageHeader } from '~/components/page-header';
import { paths } from '~/lib/paths';
import { overviewQueryOptions } from '../api/get-overview';
import { StudentList } from './student-list';
import classes from './students-page.module.css';
import { useInstitution } from './use-institution';

const AddStudent = lazy(() => import('./add-student'));

export default function StudentsPage() {
  const { t } = useTranslation('institution');
  const institution = useInstitution();
  const overview = useQuery(overviewQueryOptions(institution.id));
  const [adding, setAdding] = useState(false);
  const [wanted, setWanted] = useState(false);
  const add = () => {
    setWanted(true);
    setAdding(true);
  };
  const hasSeats = (overview.data?.seats.length ?? 0) > 0;
  const actions = (
    <Group gap="sm" className={classes.actions}>
      <Button onClick={add} leftSection={<IconUserPlus size={20} aria-hidden="true" />}>
        {t('students.add.open')}
      </Button>
      <Button
        component={Link}
        to={paths.institutionBulk()}
        variant="default"
        leftSection={<IconFileImport size={20} aria-hidden="true" />}
      >
        {t('students.addMany')}
      </Button>
    </Group>
  );
  const nobody = overview.data?.students === 0;
  return (
    <>
      <PageHeader
        title={t('students.title')}
        description={t('students.description')}
        actions={hasSeats && !nobody ? actions : undefined}
      />
      <DataState query={overview} loading={<LoadingState lines={6} height={64} />}>
        {({ students, tracks }) =>
          students > 0 ? (
            <StudentList tracks={tracks} />
          ) : (
            <EmptyState
              icon={hasSeats ? IconUsers : IconArmchair}
              title={t(hasSeats ? 'students.none.title' : 'students.noSeats.title')}
              body={t(hasSeats ? 'students.none.body' : 'students.noSeats.body')}
              action={hasSeats ? actions : undefined}
            />
          )
        }
      </DataState>
      {wanted && (
        <Suspense fallback={null}>
          <AddStudent opened={adding} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}
