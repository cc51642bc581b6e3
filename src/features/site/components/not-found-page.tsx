import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FullMessage } from '~/components/full-message';
import { paths } from '~/lib/paths';
import { usePageTitle } from '~/lib/use-page-title';
import { LostArt } from './lost-art';

export default function NotFoundPage() {
  const { t } = useTranslation('common');
  const { t: site } = useTranslation('site');
  usePageTitle(site('notFound.tabTitle'));
  return (
    <FullMessage title={t('notFound.title')} body={t('notFound.body')} figure={<LostArt />}>
      <Link to={paths.landing()}>{t('goHome')}</Link>
      <Link to={paths.verify()}>{t('nav.verify')}</Link>
    </FullMessage>
  );
}
