import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Drawer.layer.css';
import { Drawer, Stack } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { isAppError } from '~/lib/supabase/app-error';
import { leadQueryOptions } from '../../api/get-lead';
import type { LeadDetail } from '../../schemas';
import { ContactPanel } from './contact-panel';
import classes from './drawer.module.css';
import { DrawerHead } from './drawer-head';
import { EnquiryPanel } from './enquiry-panel';
import { HistoryPanel } from './history-panel';
import { InstitutionPanel } from './institution-panel';
import { NotesPanel } from './notes-panel';
import { PlanPanel } from './plan-panel';
import { useCloseDrawer } from './use-close-drawer';
import { useDrawerTitle } from './use-drawer-title';

/** One lead over the list that it was opened from. Its address can be kept and sent to a colleague. */
export default function LeadDrawer() {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const { leadId = '' } = useParams();
  const close = useCloseDrawer(leadId);
  const lead = useQuery(leadQueryOptions(leadId));
  const missing = lead.data === undefined && isAppError(lead.error, 'lead_not_found');
  useDrawerTitle(lead.data?.institution_name);
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(40rem, 100%)"
      title={lead.data?.institution_name ?? t('drawer.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: classes.title, header: classes.header, content: classes.content, body: classes.body }}
      transitionProps={{ duration: 0 }}
    >
      {missing ? (
        <EmptyState icon={IconZoomQuestion} title={t('drawer.missing')} body={t('drawer.missingBody')} />
      ) : (
        <DataState query={lead}>{(data) => <LeadView key={data.id} lead={data} />}</DataState>
      )}
    </Drawer>
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
