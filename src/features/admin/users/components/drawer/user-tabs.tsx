import '@mantine/core/styles/Tabs.layer.css';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import type { PersonDetail } from '../../schemas';
import { useUserRights } from '../use-user-rights';
import { AttemptsTab } from './attempts-tab';
import { CertificatesTab } from './certificates-tab';
import { EnrolmentsTab } from './enrolments-tab';
import { ExamsTab } from './exams-tab';
import { PaymentsTab } from './payments-tab';
import { ProfileTab } from './profile-tab';
import { TimelineTab } from './timeline-tab';

const sections = {
  profile: ProfileTab,
  enrolments: EnrolmentsTab,
  attempts: AttemptsTab,
  payments: PaymentsTab,
  exams: ExamsTab,
  certificates: CertificatesTab,
  timeline: TimelineTab,
};
type Section = keyof typeof sections;
const isSection = (value: string | null): value is Section => value !== null && Object.hasOwn(sections, value);

/** What is known of a person, part by part; a part is read when it is opened, and is not there for whom it is closed. */
export function UserTabs({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const rights = useUserRights();
  const { state } = useLocation();
  const [address, setAddress] = useSearchParams();
  const open: Record<Section, boolean> = {
    profile: true,
    enrolments: true,
    attempts: true,
    payments: rights.maySeePayments,
    exams: rights.maySeeExams,
    certificates: rights.maySeeCertificates,
    timeline: true,
  };
  const shown = Object.keys(sections).filter((section): section is Section => isSection(section) && open[section]);
  const wanted = address.get('tab');
  const current = shown.find((section) => section === wanted) ?? 'profile';
  const turnTo = (section: string | null) =>
    setAddress(
      (now) => {
        const next = new URLSearchParams(now);
        if (section === null || section === 'profile') next.delete('tab');
        else next.set('tab', section);
        return next;
      },
      // Closing is one step back, whatever was looked at.
      { replace: true, state },
    );
  const Current = sections[current];
  return (
    <Tabs value={current} onChange={turnTo} keepMounted={false}>
      <Tabs.List aria-label={t('tab.label')}>
        {shown.map((section) => (
          <Tabs.Tab key={section} value={section}>
            {t(`tab.${section}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={current} pt="lg">
        <Current person={person} />
      </Tabs.Panel>
    </Tabs>
  );
}
