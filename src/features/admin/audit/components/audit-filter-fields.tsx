import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '~/components/search-field';
import { useListAddress } from '~/lib/use-list-address';
import { actionAreas, actionCodes, subjectTypes } from '../model/actions';
import { type AuditFilters, isFiltered } from '../model/filters';
import { ActorField } from './actor-field';
import classes from './audit.module.css';
import { useAuditWords } from './use-audit-words';

/** Whatever is changed, the list begins at its newest entry again. */
export function AuditFilterFields({ filters }: { filters: AuditFilters }) {
  const { t } = useTranslation('adminAudit');
  const words = useAuditWords();
  const { filter, clear } = useListAddress();
  const change = (changes: Record<string, string | null>, how?: { replace: boolean }) =>
    filter({ ...changes, cursor: null }, how);
  const types = subjectTypes.map((type) => ({ value: type, label: words.subjectType(type) }));
  const isKnownType = filters.subjectType === '' || types.some(({ value }) => value === filters.subjectType);
  return (
    <div className={classes.filters} role="group" aria-label={t('filters.label')}>
      <ActorField actor={filters.actor} onChange={(actor) => change({ actor })} />
      <ActionField action={filters.action} onChange={(action) => change({ action })} />
      <NativeSelect
        label={t('filters.type')}
        data={[
          { value: '', label: t('filters.allTypes') },
          ...types,
          ...(isKnownType ? [] : [{ value: filters.subjectType, label: filters.subjectType }]),
        ]}
        value={filters.subjectType}
        onChange={({ currentTarget }) => change({ type: currentTarget.value })}
      />
      <SearchField
        label={t('filters.subject')}
        value={filters.subjectId}
        onSearch={(subject) => change({ subject }, { replace: true })}
      />
      {(['from', 'to'] as const).map((side) => (
        <TextInput
          key={side}
          type="date"
          label={t(`filters.${side}`)}
          value={filters[side] ?? ''}
          onChange={({ currentTarget }) => change({ [side]: currentTarget.value })}
        />
      ))}
      {isFiltered(filters) && (
        <Button
          variant="subtle"
          className={classes.clear}
          leftSection={<IconFilterOff size={18} aria-hidden="true" />}
          onClick={clear}
        >
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}

function ActionField({ action, onChange }: { action: string; onChange: (action: string) => void }) {
  const { t } = useTranslation('adminAudit');
  const words = useAuditWords();
  const isKnown =
    action === '' || actionAreas.some(({ area }) => area === action) || actionCodes.some((code) => code === action);
  return (
    <NativeSelect
      label={t('filters.action')}
      value={action}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{t('filters.allActions')}</option>
      {!isKnown && <option value={action}>{action}</option>}
      {actionAreas.map(({ area, codes }) => (
        <optgroup key={area} label={t(`area.${area}`)}>
          <option value={area}>{t('filters.allOf', { area: t(`area.${area}`) })}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {words.action(code)}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
