import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { formatBytes } from '~/lib/format/bytes';
import type { Import } from '../api/get-import';
import { delimiterWord, encodingName } from '../model/file-words';
import classes from './file-facts.module.css';

/** How the server read the file: what looks wrong here explains many faults at once. */
export function FileFacts({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const ignored = item.ignored_columns ?? [];
  return (
    <Panel title={t('import.file.title')}>
      <dl className={classes.facts}>
        {item.file_size !== null && <Fact name="size" value={formatBytes(item.file_size)} />}
        {item.encoding !== null && <Fact name="encoding" value={encodingName(item.encoding)} />}
        {item.delimiter !== null && (
          <Fact
            name="delimiter"
            value={t(`import.file.delimiters.${delimiterWord(item.delimiter) ?? 'other'}`, { sign: item.delimiter })}
          />
        )}
        <Fact name="track" value={item.track?.name ?? t('bulk.upload.trackFromFile')} />
        <Fact name="ignored" value={ignored.length === 0 ? t('import.file.none') : ignored.join(', ')} />
      </dl>
    </Panel>
  );
}

function Fact({ name, value }: { name: 'size' | 'encoding' | 'delimiter' | 'track' | 'ignored'; value: string }) {
  const { t } = useTranslation('institution');
  return (
    <div>
      <dt>{t(`import.file.${name}`)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
