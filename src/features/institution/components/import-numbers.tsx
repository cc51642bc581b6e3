import { useTranslation } from 'react-i18next';
import { type Figure, Figures } from '~/components/figures';

type Name = 'rows' | 'ready' | 'known' | 'faulty' | 'enrolled' | 'already' | 'refused' | 'undone';

/** What came of the rows. */
export function ImportNumbers({ numbers }: { numbers: (Pick<Figure, 'count' | 'tone'> & { name: Name })[] }) {
  const { t } = useTranslation('institution');
  return (
    <Figures figures={numbers.map(({ name, ...figure }) => ({ ...figure, label: t(`import.numbers.${name}`) }))} />
  );
}
