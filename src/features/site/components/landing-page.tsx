import { useTranslation } from 'react-i18next';
import { getTracks } from '~/entities/track/get-tracks';
import { useLoad } from '~/lib/use-load';
import { usePageTitle } from '~/lib/use-page-title';
import { Benefits } from './landing/benefits';
import { Closing } from './landing/closing';
import { Curriculum } from './landing/curriculum';
import { Faq } from './landing/faq';
import { Hero } from './landing/hero';
import { Process } from './landing/process';
import { Testimonials } from './landing/testimonials';
import { TrackCards } from './landing/track-cards';
import { Trusted } from './landing/trusted';
import { Why } from './landing/why';

export default function LandingPage() {
  const { t } = useTranslation('site');
  usePageTitle(t('landing.tabTitle'));
  const tracks = useLoad(getTracks);
  const first = tracks.status === 'ready' ? tracks.data[0] : undefined;
  return (
    <>
      <Hero />
      <Trusted />
      <Why />
      <TrackCards tracks={tracks} />
      <Benefits />
      <Process />
      {first !== undefined && <Curriculum track={first} />}
      <Testimonials />
      <Faq />
      <Closing />
    </>
  );
}
