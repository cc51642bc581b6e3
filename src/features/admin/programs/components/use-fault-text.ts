import { useTranslation } from 'react-i18next';

const faults = [
  'fault.tooShort',
  'fault.tooLong',
  'fault.number',
  'fault.range',
  'fault.price',
  'fault.lines',
  'fault.lineLength',
  'fault.id',
  'fault.refused',
] as const;

/** Sentences for the message keys of the forms' rules. */
export function useFaultText() {
  const { t } = useTranslation('programs');
  return (message: unknown): string | undefined => {
    const key = faults.find((each) => each === message);
    return key === undefined ? undefined : t(key);
  };
}
