import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { PageLoader } from '~/components/page-loader';
import { InstitutionHeader } from '~/features/institution/components/institution-header';
import { InstitutionNav } from '~/features/institution/components/institution-nav';
import { InstitutionProvider } from '~/features/institution/components/institution-provider';
import { paths } from '~/lib/paths';
import { Shell } from './shell';

export default function InstitutionLayout() {
  const { t } = useTranslation('institution');
  return (
    <Shell home={paths.institution()} area={t('area')}>
      <InstitutionProvider>
        <InstitutionHeader />
        <InstitutionNav />
        <Suspense fallback={<PageLoader />}>
          <Outlet />
        </Suspense>
      </InstitutionProvider>
    </Shell>
  );
}
