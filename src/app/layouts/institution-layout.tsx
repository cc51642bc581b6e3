import { useTranslation } from 'react-i18next';
import { paths } from '~/lib/paths';
import { Shell } from './shell';

export default function InstitutionLayout() {
  const { t } = useTranslation('institution');
  return <Shell home={paths.institution()} area={t('area')} />;
}
