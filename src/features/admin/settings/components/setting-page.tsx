import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { settingsQueryOptions } from '../api/get-settings';
import { settingKeys, type SettingKey } from '../model/setting-fields';
import { SettingForm } from './setting-form';
import { SettingsHead } from './settings-head';

/** One setting: its form, and what a change means. */
export default function SettingPage() {
  const { t } = useTranslation('adminSettings');
  const { section } = useParams();
  const key = settingKeys.find((each) => each === section);
  if (key === undefined) {
    return <EmptyState icon={IconZoomQuestion} level={1} title={t('missing')} body={t('missingBody')} />;
  }
  return (
    <>
      <SettingsHead title={t(`title.${key}`)} description={t(`describe.${key}`)} />
      <OneSetting key={key} settingKey={key} />
    </>
  );
}

function OneSetting({ settingKey }: { settingKey: SettingKey }) {
  const { t } = useTranslation('adminSettings');
  const settings = useQuery(settingsQueryOptions());
  // Each round begins with what is kept now: after saving, or when somebody else has saved.
  const [round, setRound] = useState(0);
  return (
    <DataState query={settings}>
      {(all) => {
        const setting = all[settingKey];
        if (setting === undefined) return <EmptyState title={t('missing')} body={t('missingBody')} />;
        return (
          <SettingForm
            key={round}
            settingKey={settingKey}
            setting={setting}
            onFresh={() => setRound((count) => count + 1)}
          />
        );
      }}
    </DataState>
  );
}
