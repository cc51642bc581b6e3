import '@mantine/core/styles/Tabs.layer.css';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import type { InstitutionDetail } from '../../schemas';
import { useInstitutionRights } from '../use-institution-rights';
import { DetailsTab } from './details-tab';
import { HistoryTab } from './history-tab';
import { ImportsTab } from './imports-tab';
import { ManagersTab } from './managers-tab';
import { NumbersTab } from './numbers-tab';
import { SeatsTab } from './seats-tab';

const sections = {
  details: DetailsTab,
  seats: SeatsTab,
  managers: ManagersTab,
  numbers: NumbersTab,
  imports: ImportsTab,
  history: HistoryTab,
};
type Section = keyof typeof sections;
const isSection = (value: string): value is Section => Object.hasOwn(sections, value);

/** What is known of an institution, part by part; a part is read when it is opened. */
export function InstitutionTabs({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const { maySeeHistory } = useInstitutionRights();
  const { state } = useLocation();
  const [address, setAddress] = useSearchParams();
  const shown = Object.keys(sections)
    .filter(isSection)
    .filter((section) => section !== 'history' || maySeeHistory);
  const wanted = address.get('tab');
  const current = shown.find((section) => section === wanted) ?? 'details';
  const turnTo = (section: string | null) =>
    setAddress(
      (now) => {
        const next = new URLSearchParams(now);
        if (section === null || section === 'details') next.delete('tab');
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
        <Current institution={institution} />
      </Tabs.Panel>
    </Tabs>
  );
}
