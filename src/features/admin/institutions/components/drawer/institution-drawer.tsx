import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconBuildingOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { SideDrawer } from '~/components/side-drawer';
import { formatDate } from '~/lib/format/dates';
import { isUuid } from '~/lib/is-uuid';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { institutionQueryOptions } from '../../api/get-institution';
import type { InstitutionDetail } from '../../schemas';
import { StatusActs } from '../acts/status-acts';
import { InstitutionBadge } from '../institution-badge';
import { InstitutionTabs } from './institution-tabs';

/** One institution over the list. Its address can be kept and sent to a colleague. */
export default function InstitutionDrawer() {
  const { t } = useTranslation('adminInstitutions');
  const { t: common } = useTranslation('common');
  const { institutionId = '' } = useParams();
  const close = useCloseDrawer(paths.adminInstitutions(), drawerLinkId(paths.adminInstitution(institutionId)));
  const institution = useQuery({ ...institutionQueryOptions(institutionId), enabled: isUuid(institutionId) });
  const missing =
    !isUuid(institutionId) ||
    (institution.data === undefined && isAppError(institution.error, 'institution_not_found'));
  const name = institution.data?.name;
  useEffect(() => {
    if (name === undefined) return undefined;
    document.title = common('title', { page: name });
    return () => {
      document.title = common('title', { page: t('title') });
    };
  }, [name, t, common]);
  return (
    <SideDrawer title={name ?? t('drawer.title')} size="52rem" onClose={close}>
      {missing ? (
        <EmptyState icon={IconBuildingOff} title={t('drawer.missing')} body={t('drawer.missingBody')} />
      ) : (
        <DataState query={institution}>{(data) => <InstitutionView key={data.id} institution={data} />}</DataState>
      )}
    </SideDrawer>
  );
}

function InstitutionView({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Group gap="xs">
          <InstitutionBadge status={institution.status} />
          <Text size="sm" c="dimmed">
            {t('drawer.since', { kind: t(`kind.${institution.kind}`), date: formatDate(institution.created_at) })}
          </Text>
          {institution.lead !== null && (
            <Anchor component={Link} to={paths.adminLead(institution.lead.id)} size="sm" className="tap">
              {t('drawer.lead', { reference: institution.lead.reference })}
            </Anchor>
          )}
        </Group>
        <StatusActs institution={institution} />
      </Stack>
      <InstitutionTabs institution={institution} />
    </Stack>
  );
}
