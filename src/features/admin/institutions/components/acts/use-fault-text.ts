import { useTranslation } from 'react-i18next';

const known = [
  'name',
  'tooLong',
  'contact_name',
  'email',
  'phone',
  'gstin',
  'gstinState',
  'track',
  'seats',
  'seatsInUse',
  'price',
  'valid_until',
] as const;

/** What a form's schema says of a field, `fault.name`, in words. */
export function useFaultText(): (fault: string | undefined) => string | undefined {
  const { t } = useTranslation('adminInstitutions');
  return (fault) => {
    const found = known.find((each) => `fault.${each}` === fault);
    return found && t(`fault.${found}`);
  };
}
