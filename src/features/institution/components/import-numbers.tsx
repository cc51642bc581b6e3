import { useTranslation } from 'react-i18next';
import classes from './import-numbers.module.css';

type Tone = 'good' | 'bad' | 'plain';
export type ImportNumber = {
  name: 'rows' | 'ready' | 'known' | 'faulty' | 'enrolled' | 'already' | 'refused' | 'undone';
  count: number;
  tone?: Tone;
};

/** What came of the rows, as large figures. A nought has no tone: there is nothing to be glad or sorry about. */
export function ImportNumbers({ numbers }: { numbers: ImportNumber[] }) {
  const { t } = useTranslation('institution');
  return (
    <dl className={classes.numbers}>
      {numbers.map(({ name, count, tone = 'plain' }) => (
        <div key={name} data-tone={count === 0 ? 'plain' : tone}>
          <dt>{t(`import.numbers.${name}`)}</dt>
          <dd>{t('import.numbers.figure', { count })}</dd>
        </div>
      ))}
    </dl>
  );
}
