import { Button } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '~/components/empty-state';
import { paths } from '~/lib/paths';
import { isFiltered, type LeadFilters, withoutFilters } from '../model/filters';
import type { ChangeFilters } from './use-lead-filters';

/** Nothing to show: because nobody has enquired yet, or because of the filters. */
export function NoLeads({ filters, change }: { filters: LeadFilters; change: ChangeFilters }) {
  const { t } = useTranslation('leads');
  if (isFiltered(filters)) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t('empty.filteredTitle')}
        body={t('empty.filteredBody')}
        action={
          <Button variant="default" mt="sm" onClick={() => change(withoutFilters(filters))}>
            {t('filters.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={IconInbox}
      title={t('empty.title')}
      body={t('empty.body')}
      action={
        <Button component={Link} to={paths.registerInstitution()} variant="default" mt="sm">
          {t('empty.toForm')}
        </Button>
      }
    />
  );
}
