import '@mantine/core/styles/Pagination.layer.css';
import { Pagination } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leadsPerPage } from '../../api/list-leads';

type Props = { total: number; page: number; onPage: (page: number, how?: { replace: boolean }) => void };

export function LeadPages({ total, page, onPage }: Props) {
  const { t } = useTranslation('leads');
  const last = Math.max(1, Math.ceil(total / leadsPerPage));
  const beyond = page > last;
  useEffect(() => {
    // An old address, or the last row of the last page has gone.
    if (beyond) onPage(last, { replace: true });
  });
  if (last === 1) return null;
  return (
    <Pagination
      mt="md"
      value={Math.min(page, last)}
      onChange={(next) => onPage(next)}
      total={last}
      aria-label={t('table.pages')}
      getItemProps={(item) => ({ 'aria-label': t('table.page', { page: item }) })}
      getControlProps={(control) => ({ 'aria-label': t(control === 'next' ? 'table.next' : 'table.previous') })}
    />
  );
}
