import { useTranslation } from 'react-i18next';
import { knownAction, subjectTypes } from '../model/actions';
import type { AuditEntry } from '../schemas';

/** Codes in words; one that came after this version of the app is shown as it is. */
export function useAuditWords() {
  const { t } = useTranslation('adminAudit');
  return {
    action: (code: string) => {
      const known = knownAction(code);
      return known === null ? code : t(`action.${known}`);
    },
    subjectType: (type: string) => {
      const known = subjectTypes.find((each) => each === type);
      return known === undefined ? type : t(`subjectType.${known}`);
    },
    actor: ({ actor, actor_name }: Pick<AuditEntry, 'actor' | 'actor_name'>) =>
      actor_name || t(actor === null ? 'system' : 'formerPerson'),
  };
}
