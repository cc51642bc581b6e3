import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import type { CouponDraft, CouponField } from '../../model/coupon-draft';

type Props = {
  draft: CouponDraft;
  /** An order names the coupon. */
  fixedCode: boolean;
  errorOf: (field: CouponField) => string | undefined;
  onChange: (draft: CouponDraft) => void;
};

export function CouponFields({ draft, fixedCode, errorOf, onChange }: Props) {
  const { t } = useTranslation('adminSettings');
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const known = tracks.some(({ id }) => id === draft.track_id);
  const field = (name: Exclude<CouponField, 'kind'>) => ({
    id: `coupon-${name}`,
    label: t(`coupon.field.${name}`),
    description: t(`coupon.hint.${name}`),
    error: errorOf(name),
    autoComplete: 'off',
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: currentTarget.value }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'end' }}>
      <TextInput
        {...field('code')}
        description={fixedCode ? t('coupon.codeFixed') : t('coupon.hint.code')}
        readOnly={fixedCode}
        maxLength={40}
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <NativeSelect {...field('track_id')}>
        <option value="">{t('coupon.allTracks')}</option>
        {draft.track_id !== '' && !known && <option value={draft.track_id}>{draft.track_id}</option>}
        {tracks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        id="coupon-kind"
        label={t('coupon.field.kind')}
        description={t('coupon.hint.kind')}
        data={(['percent', 'amount'] as const).map((kind) => ({ value: kind, label: t(`coupon.kind.${kind}`) }))}
        value={draft.kind}
        error={errorOf('kind')}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, kind: currentTarget.value === 'amount' ? 'amount' : 'percent', value: '' })
        }
      />
      <TextInput
        {...field('value')}
        label={t(`coupon.valueOf.${draft.kind}`)}
        description={t(`coupon.valueHint.${draft.kind}`)}
        inputMode="decimal"
        maxLength={12}
        required
      />
      {draft.kind === 'percent' && <TextInput {...field('max_discount')} inputMode="decimal" maxLength={12} />}
      <TextInput {...field('max_redemptions')} inputMode="numeric" maxLength={7} />
      <TextInput {...field('per_user')} inputMode="numeric" maxLength={4} required />
      <TextInput {...field('valid_from')} type="datetime-local" required />
      <TextInput {...field('valid_until')} type="datetime-local" />
    </SimpleGrid>
  );
}
