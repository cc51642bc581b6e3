import { useTranslation } from 'react-i18next';
import type { FaultCode, QuestionField, SettingsFault } from '../model/faults';

type Fault = { field: QuestionField | SettingsFault['field']; code: FaultCode };

export function useFaultText() {
  const { t } = useTranslation('adminTests');
  return {
    /** “Points: the number is out of range”. */
    sentence: ({ field, code }: Fault) =>
      t('fault.sentence', { field: t(`field.${field}`), fault: t(`fault.${code}`) }),
    /** Beside the field itself, which has its name already; undefined when nothing is wrong. */
    at: (faults: readonly Fault[], field: Fault['field']) => {
      const fault = faults.find((each) => each.field === field);
      if (fault === undefined) return undefined;
      const text = t(`fault.${fault.code}`);
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  };
}
