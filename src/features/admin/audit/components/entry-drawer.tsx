import { Anchor, Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { SideDrawer } from '~/components/side-drawer';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { auditEntryQueryOptions } from '../api/get-entry';
import { changesOf, fieldName } from '../model/changes';
import type { AuditDetail } from '../schemas';
import classes from './audit.module.css';
import { ChangeTable } from './change-table';
import { useAuditWords } from './use-audit-words';

export default function EntryDrawer() {
  const { t } = useTranslation('adminAudit');
  const { entryId = '' } = useParams();
  const id = /^\d{1,15}$/.test(entryId) ? Number(entryId) : 0;
  const close = useCloseDrawer(paths.adminAudit(), drawerLinkId(paths.adminAuditEntry(id)));
  const entry = useQuery(auditEntryQueryOptions(id));
  return (
    <SideDrawer title={t('entry.title', { id: entryId })} onClose={close}>
      {isAppError(entry.error, 'entry_not_found') ? (
        <EmptyState icon={IconZoomQuestion} title={t('entry.missing')} body={t('entry.missingBody')} />
      ) : (
        <DataState query={entry}>{(data) => <EntryView entry={data} />}</DataState>
      )}
    </SideDrawer>
  );
}

function EntryView({ entry }: { entry: AuditDetail }) {
  const { t } = useTranslation('adminAudit');
  const { changes, more } = changesOf(entry.details);
  return (
    <Stack gap="xl">
      <EntryFacts entry={entry} />
      <Section title={t('entry.changes')}>
        {changes.length === 0 ? <Text c="dimmed">{t('entry.noChanges')}</Text> : <ChangeTable changes={changes} />}
      </Section>
      {more.length > 0 && (
        <Section title={t('entry.more')}>
          <Facts facts={more.map(({ field, value }) => ({ name: fieldName(field), value }))} />
        </Section>
      )}
    </Stack>
  );
}

function EntryFacts({ entry }: { entry: AuditDetail }) {
  const { t } = useTranslation('adminAudit');
  const words = useAuditWords();
  const history =
    entry.subject_id === null
      ? null
      : paths.adminAudit(`?${new URLSearchParams({ type: entry.subject_type, subject: entry.subject_id }).toString()}`);
  return (
    <Section title={t('entry.facts')}>
      <Facts
        facts={[
          { name: t('table.action'), value: words.action(entry.action) },
          { name: t('entry.code'), value: entry.action },
          { name: t('table.at'), value: formatDateTime(entry.at) },
          { name: t('table.actor'), value: [words.actor(entry), entry.actor_email].filter(Boolean).join(', ') },
          { name: t('table.subject'), value: entry.subject_name },
          { name: t('entry.type'), value: words.subjectType(entry.subject_type) },
          { name: t('entry.id'), value: entry.subject_id },
          { name: t('table.reason'), value: entry.reason },
          { name: t('entry.address'), value: entry.origin.address ?? null },
          { name: t('entry.agent'), value: entry.origin.agent ?? null },
          { name: t('entry.hash'), value: <span className={classes.hash}>{entry.hash}</span> },
        ]}
      />
      {history !== null && (
        <Anchor component={Link} to={history} mt="sm" display="inline-block">
          {t('entry.history')}
        </Anchor>
      )}
    </Section>
  );
}
