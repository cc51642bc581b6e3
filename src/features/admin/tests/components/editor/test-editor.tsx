import '@mantine/core/styles/Tabs.layer.css';
import { Group, Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '~/components/page-header';
import type { TestDetail, TestModule } from '../../schemas';
import { AnalysisPanel } from '../analysis/analysis-panel';
import { TestStateBadges } from '../test-state-badges';
import { ConflictNotice } from './conflict-notice';
import { DraftActs } from './draft-acts';
import { PreviewPanel } from './preview-panel';
import { QuestionsPanel } from './questions-panel';
import { SaveNote } from './save-note';
import { SettingsPanel } from './settings-panel';
import { useTestDraft } from './use-test-draft';

const tabs = ['questions', 'settings', 'preview', 'analysis'] as const;
/** The same one always, so that the list of questions can rest. */
const noModules: TestModule[] = [];
type Props = { test: TestDetail; reload: () => void };

export function TestEditor({ test, reload }: Props) {
  const { t } = useTranslation('adminTests');
  const [address, setAddress] = useSearchParams();
  const draft = useTestDraft(test);
  const tab = tabs.find((each) => each === address.get('tab')) ?? 'questions';
  const { settings, questions } = draft.document;
  const modules = test.tracks.find(({ id }) => id === settings.track_id)?.modules ?? noModules;
  const locked = draft.saveState === 'conflict';
  return (
    <>
      <PageHeader
        title={settings.title.trim() || test.title}
        actions={<DraftActs test={test} draft={draft} modules={modules} />}
      />
      <Stack gap="md">
        <Group gap="sm">
          <TestStateBadges state={test.state} hasDraft={draft.hasDraft} />
          <SaveNote test={test} draft={draft} />
        </Group>
        {locked && <ConflictNotice reload={reload} />}
        <Tabs
          value={tab}
          keepMounted={false}
          onChange={(value) =>
            setAddress(value === null || value === 'questions' ? {} : { tab: value }, { replace: true })
          }
        >
          <Tabs.List aria-label={t('editor.tabs.label')} mb="md">
            {tabs.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`editor.tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="questions">
            <QuestionsPanel draft={draft} modules={modules} locked={locked} title={settings.title} />
          </Tabs.Panel>
          <Tabs.Panel value="settings">
            <SettingsPanel test={test} draft={draft} locked={locked} />
          </Tabs.Panel>
          <Tabs.Panel value="preview">
            <PreviewPanel questions={questions} />
          </Tabs.Panel>
          <Tabs.Panel value="analysis">
            <AnalysisPanel testId={test.id} title={settings.title} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </>
  );
}
