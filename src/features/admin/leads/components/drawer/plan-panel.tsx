import { Loader, NativeSelect, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { formatDate } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import { assigneesQueryOptions } from '../../api/get-assignees';
import { useAssignLead } from '../../api/assign-lead';
import { paiseToRupees, rupeesToPaise } from '~/lib/format/rupees';
import type { LeadDetail } from '../../schemas';
import { FollowUp } from '../follow-up';
import { useLeadRights } from '../use-lead-rights';
import { useEditErrorText } from './use-edit-error-text';
import { Facts } from '~/components/facts';
import { KeptField } from './kept-field';
import { Section } from '~/components/section';

/** Who does what next, and what it may bring. Each field is kept by itself, as soon as it is left. */
export function PlanPanel({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const { mayManage } = useLeadRights();
  return (
    <Section title={t('plan.title')} action={<FollowUp lead={lead} />}>
      {mayManage && lead.status !== 'converted' ? <PlanFields lead={lead} /> : <PlanFacts lead={lead} />}
    </Section>
  );
}

function PlanFacts({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  return (
    <Facts
      facts={[
        { name: t('plan.assignee'), value: lead.assignee_name ?? t('assignee.nobody') },
        { name: t('plan.followUp'), value: lead.follow_up_date && formatDate(lead.follow_up_date, 'UTC') },
        { name: t('plan.value'), value: lead.estimated_value === null ? null : formatPaise(lead.estimated_value) },
      ]}
    />
  );
}

function PlanFields({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <AssigneeField lead={lead} />
      <KeptField
        lead={lead}
        field="follow_up_date"
        type="date"
        label={t('plan.followUp')}
        kept={lead.follow_up_date ?? ''}
        read={(text) => ({ value: text === '' ? null : text })}
      />
      <KeptField
        lead={lead}
        field="estimated_value"
        inputMode="decimal"
        label={t('plan.value')}
        leftSection={t('rupee')}
        kept={lead.estimated_value === null ? '' : paiseToRupees(lead.estimated_value)}
        read={(text) => {
          const value = text.trim() === '' ? null : rupeesToPaise(text);
          return value === null && text.trim() !== '' ? { fault: 'fault.price' } : { value };
        }}
      />
    </SimpleGrid>
  );
}

function AssigneeField({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const errorText = useEditErrorText();
  const people = useQuery(assigneesQueryOptions()).data ?? [];
  const assign = useAssignLead();
  const known = people.some(({ id }) => id === lead.assigned_to);
  // Somebody who has left the team may still have the lead.
  const former =
    lead.assigned_to === null || known
      ? []
      : [{ value: lead.assigned_to, label: lead.assignee_name ?? lead.assigned_to }];
  const chosen = assign.isPending ? assign.variables.assignee : lead.assigned_to;
  return (
    <NativeSelect
      label={t('plan.assignee')}
      data={[
        { value: '', label: t('assignee.nobody') },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        ...former,
      ]}
      value={chosen ?? ''}
      rightSection={assign.isPending ? <Loader size={16} /> : undefined}
      error={assign.isError ? errorText(assign.error) : undefined}
      onChange={({ currentTarget }) =>
        assign.mutate(
          { leadId: lead.id, assignee: currentTarget.value || null },
          { onSuccess: () => announce(t('plan.saved')) },
        )
      }
    />
  );
}
