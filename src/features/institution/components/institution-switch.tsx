import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '~/lib/paths';
import { useInstitution } from './use-institution';

/** For those who manage several. Begins with the students of the other one: filters and files belong to the one that was left. */
export function InstitutionSwitch() {
  const { t } = useTranslation('institution');
  const { id, all, choose } = useInstitution();
  const navigate = useNavigate();
  return (
    <NativeSelect
      aria-label={t('header.switch')}
      value={id}
      data={all.map(({ id: value, name: label }) => ({ value, label }))}
      onChange={(event) => {
        choose(event.currentTarget.value);
        void navigate(paths.institutionStudents());
      }}
      styles={{ input: { fontWeight: 700 } }}
      maw="100%"
    />
  );
}
