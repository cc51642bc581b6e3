import { useTranslation } from 'react-i18next';
import { paths } from '~/lib/paths';
import { Shell } from './shell';

export default function AdminLayout() {
  const { t } = useTranslation('admin');
  return <Shell home={paths.admin()} area={t('area')} />;
}
