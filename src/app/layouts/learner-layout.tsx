import { useTranslation } from 'react-i18next';
import { paths } from '~/lib/paths';
import { Shell } from './shell';

export default function LearnerLayout() {
  const { t } = useTranslation('common');
  return <Shell home={paths.dashboard()} links={[{ to: paths.dashboard(), label: t('nav.dashboard') }]} />;
}
