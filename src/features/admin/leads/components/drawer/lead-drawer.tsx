import { Stack } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { drawerLinkId } from '~/components/drawer-link';
import { SideDrawer } from '~/components/side-drawer';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { leadQueryOptions } from '../../api/get-lead';
import type { LeadDetail } from '../../schemas';
import { ContactPanel } from './contact-panel';
import { DrawerHead } from './drawer-head';
import { EnquiryPanel } from './enquiry-panel';
import { HistoryPanel } from './history-panel';
import { InstitutionPanel } from './institution-panel';
import { NotesPanel } from './notes-panel';
import { PlanPanel } from './plan-panel';
import { useDrawerTitle } from './use-drawer-title';

/** One lead over the list that it was opened from. Its address can be kept and sent to a colleague. */
export default function LeadDrawer() {
  const { t } = useTranslation('leads');
  const { leadId = '' } = useParams();
  const close = useCloseDrawer(paths.adminLeads(), drawerLinkId(paths.adminLead(leadId)));
  const lead = useQuery(leadQueryOptions(leadId));
  const missing = lead.data === undefined && isAppError(lead.error, 'lead_not_found');
  useDrawerTitle(lead.data?.institution_name);
  return (
    <SideDrawer title={lead.data?.institution_name ?? t('drawer.title')} onClose={close}>
      {missing ? (
        <EmptyState icon={IconZoomQuestion} title={t('drawer.missing')} body={t('drawer.missingBody')} />
      ) : (
        <DataState query={lead}>{(data) => <LeadView key={data.id} lead={data} />}</DataState>
      )}
    </SideDrawer>
  );
}

function LeadView({ lead }: { lead: LeadDetail }) {
  return (
    <Stack gap="xl">
      <DrawerHead lead={lead} />
      {lead.institution_id !== null && <InstitutionPanel institutionId={lead.institution_id} />}
      <PlanPanel lead={lead} />
      <ContactPanel lead={lead} />
      <EnquiryPanel lead={lead} />
      <NotesPanel leadId={lead.id} />
      <HistoryPanel leadId={lead.id} />
    </Stack>
  );
}
