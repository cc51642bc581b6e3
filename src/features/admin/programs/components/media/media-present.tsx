import { Button, Group, Text } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import { formatBytes } from '~/lib/format/bytes';
import { mediaUrlQueryOptions } from '../../api/get-media-url';
import type { MediaKind } from '../../model/media-file';
import type { MediaFacts } from '../../schemas';
import classes from './media.module.css';

const tones = { good: 'good', elsewhere: 'neutral', unchecked: 'waiting', refused: 'bad', missing: 'bad' } as const;

/** The file that there is: where it stands, whether the server found it good, a look at it, and away with it. */
export function MediaPresent(props: { kind: MediaKind; path: string; facts: MediaFacts; onRemove?: () => void }) {
  const { t } = useTranslation('programs');
  const { kind, path, facts, onRemove } = props;
  const url = useQuery({ ...mediaUrlQueryOptions(path), enabled: facts?.state !== 'missing' });
  const bytes = facts?.bytes ?? null;
  return (
    <div className={classes.present}>
      <div className={classes.about}>
        <Text fw={650}>{facts?.state === 'elsewhere' ? path : t(`media.${kind}.name`)}</Text>
        <Group gap="xs">
          {facts !== null && <StatusBadge tone={tones[facts.state]} label={t(`media.state.${facts.state}`)} />}
          {bytes !== null && (
            <Text size="sm" c="dimmed">
              {formatBytes(bytes)}
            </Text>
          )}
        </Group>
      </div>
      <Group gap="xs">
        {url.data !== undefined && (
          <Button
            component="a"
            href={url.data}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            size="sm"
            leftSection={<IconExternalLink size={16} aria-hidden="true" />}
          >
            {t('media.open')}
            <span className="visually-hidden">{t('media.newTab')}</span>
          </Button>
        )}
        {onRemove !== undefined && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={onRemove}
          >
            {t(`media.${kind}.remove`)}
          </Button>
        )}
      </Group>
    </div>
  );
}
