import { useTranslation } from 'react-i18next';

const known = {
  joined: 'joined',
  document_handed_in: 'documentHandedIn',
  enrolled: 'enrolled',
  test_passed: 'testPassed',
  test_failed: 'testFailed',
  certified: 'certified',
  paid: 'paid',
  'person.suspended': 'suspended',
  'person.restored': 'restored',
  'person.name_corrected': 'nameCorrected',
  'identity.opened': 'identityOpened',
  'identity.verified': 'identityVerified',
  'identity.refused': 'identityRefused',
  'enrolment.granted': 'granted',
  'enrolment.extended': 'extended',
  'enrolment.revoked': 'revoked',
  'enrolment.attempts_added': 'attemptsAdded',
  'enrolment.extra_time_set': 'extraTimeSet',
} as const;
const isKnown = (action: string): action is keyof typeof known => Object.hasOwn(known, action);

/** An act in words; one that this screen does not know is told by its own name, `exam.scheduled` as "Exam scheduled". */
export function useActionText(): (action: string) => string {
  const { t } = useTranslation('adminUsers');
  return (action) => {
    if (isKnown(action)) return t(`action.${known[action]}`);
    const words = action.replaceAll(/[._]/g, ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}
