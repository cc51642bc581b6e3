import { useTranslation } from 'react-i18next';

const faults = [
  'fault.tooLong',
  'fault.institution_name',
  'fault.contact_name',
  'fault.email',
  'fault.phone',
  'fault.website',
  'fault.state',
  'fault.students',
  'fault.gstin',
  'fault.gstinState',
  'fault.track',
  'fault.seats',
  'fault.price',
  'fault.valid_until',
  'fault.refused',
  'fault.isStaff',
] as const;

/** Sentences for the message keys of the forms' schemas. */
export function useFormTexts() {
  const { t } = useTranslation('leads');
  return (message: unknown): string | null => {
    const key = faults.find((each) => each === message);
    return key === undefined ? null : t(key);
  };
}
