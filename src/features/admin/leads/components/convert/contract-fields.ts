import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ContractForm } from '../../model/contract';
import { useFormTexts } from '../use-form-texts';

export type ContractFormState = UseFormReturnType<ContractForm>;

export const contractFieldId = (path: string) => `convert-${path.replaceAll('.', '-')}`;

/** A field of the form by its path, with its fault in words. */
export function useContractField(form: ContractFormState) {
  const sentence = useFormTexts();
  return (path: string) => {
    const { error, ...input } = form.getInputProps(path);
    return { ...input, id: contractFieldId(path), error: sentence(error) };
  };
}

const names = {
  'institution.kind': 'field.kind',
  'institution.name': 'field.institution_name',
  'institution.contact_name': 'field.contact_name',
  'institution.contact_email': 'field.contact_email',
  'institution.contact_phone': 'field.contact_phone',
  'institution.address': 'field.address',
  'institution.state': 'field.state',
  'institution.gstin': 'convert.gstin',
  'manager.full_name': 'convert.managerName',
  'manager.email': 'convert.managerEmail',
  seats: 'convert.seatsTitle',
} as const;
const columns = {
  track_id: 'convert.track',
  seats: 'convert.seats',
  price: 'convert.price',
  valid_until: 'convert.validUntil',
} as const;

/** Every fault with the name of its field, for the summary; a fault of a line says which line. */
export function useContractProblems(form: ContractFormState) {
  const { t } = useTranslation('leads');
  const sentence = useFormTexts();
  return Object.entries(form.errors).map(([path, message]) => {
    const [, line, column] = /^seats\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const name = Object.entries(names).find(([known]) => known === path)?.[1];
    const ofLine = Object.entries(columns).find(([known]) => known === column)?.[1];
    const where =
      ofLine === undefined
        ? t(name ?? 'convert.seatsTitle')
        : t('convert.inLine', { field: t(ofLine), line: Number(line) + 1 });
    return { fieldId: contractFieldId(path), message: `${where}: ${sentence(message) ?? ''}` };
  });
}
