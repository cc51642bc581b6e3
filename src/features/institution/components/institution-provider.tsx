import { IconBuildingBank } from '@tabler/icons-react';
import { Fragment, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { type Access, useAccess } from '~/entities/permissions/access';
import { readChosenInstitution, rememberChosenInstitution } from '../model/chosen-institution';
import { InstitutionContext } from './use-institution';

/** Settles for which of one's institutions the area stands; says so when there is none. */
export function InstitutionProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('institution');
  const access = useAccess();
  return (
    <DataState
      query={access}
      isEmpty={({ institutions }) => institutions.length === 0}
      empty={<EmptyState icon={IconBuildingBank} level={1} title={t('none.title')} body={t('none.body')} />}
    >
      {({ institutions }) => <Chosen institutions={institutions}>{children}</Chosen>}
    </DataState>
  );
}

function Chosen({ institutions, children }: { institutions: Access['institutions']; children: ReactNode }) {
  const [wanted, setWanted] = useState(readChosenInstitution);
  const institution = institutions.find(({ id }) => id === wanted) ?? institutions[0];
  const chosen = useMemo(
    () =>
      institution === undefined
        ? null
        : {
            ...institution,
            all: institutions,
            choose: (institutionId: string) => {
              rememberChosenInstitution(institutionId);
              setWanted(institutionId);
            },
          },
    [institution, institutions],
  );
  return (
    <InstitutionContext value={chosen}>
      {/* Nothing that was typed or chosen for one may stay for the other. */}
      <Fragment key={institution?.id}>{children}</Fragment>
    </InstitutionContext>
  );
}
