import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { DataState } from '~/components/data-state';
import { SearchField } from '~/components/search-field';
import { moduleListQueryOptions } from '../../api/list-modules';
import type { ModuleCard } from '../../schemas';
import classes from '../editor/editor.module.css';
import programs from '../programs.module.css';
import { StateBadge } from '../state-badge';

type Props = { attached: string[]; onAttach: (card: ModuleCard) => void; onClose: () => void };

/** Finds a module that exists already, and puts it at the end of the track. */
export function AttachModuleModal({ attached, onAttach, onClose }: Props) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation('common');
  const [search, setSearch] = useState('');
  const modules = useQuery(moduleListQueryOptions({ search, state: null, after: null }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('track.attach')}
      size="lg"
      closeButtonProps={{ 'aria-label': common('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <Stack gap="sm">
        <SearchField label={t('modules.search')} value={search} onSearch={setSearch} />
        <DataState
          query={modules}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<Text>{t('filter.noneTitle')}</Text>}
        >
          {({ rows, total, total_capped }) => (
            <>
              <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
                {rows.map((card) => (
                  <li key={card.id} className={classes.card}>
                    <span className={programs.name}>{card.title}</span>
                    <StateBadge state={card.state} />
                    <Button
                      size="sm"
                      variant="default"
                      disabled={attached.includes(card.id)}
                      aria-label={t('track.attachOne', { name: card.title })}
                      onClick={() => {
                        onAttach(card);
                        announce(t('track.attached', { name: card.title }));
                      }}
                    >
                      {t(attached.includes(card.id) ? 'track.isAttached' : 'track.add')}
                    </Button>
                  </li>
                ))}
              </Stack>
              {(total_capped || total > rows.length) && (
                <Text size="sm" c="dimmed">
                  {t('track.searchMore')}
                </Text>
              )}
            </>
          )}
        </DataState>
      </Stack>
    </Modal>
  );
}
