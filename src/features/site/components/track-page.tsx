import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { FullMessage } from '~/components/full-message';
import { PageLoader } from '~/components/page-loader';
import { getTrack } from '~/entities/track/get-track';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { useLoad } from '~/lib/use-load';
import { usePageTitle } from '~/lib/use-page-title';
import { LostArt } from './lost-art';
import { TrackView } from './track-view';

export default function TrackPage() {
  const { trackId = '' } = useParams();
  const { t } = useTranslation('site');
  const { t: common } = useTranslation('common');
  const load = useCallback((signal: AbortSignal) => getTrack(trackId, signal), [trackId]);
  const track = useLoad(load);
  usePageTitle(track.status === 'ready' ? track.data.name : null);
  if (track.status === 'loading') return <PageLoader />;
  if (track.status === 'ready') return <TrackView track={track.data} />;
  if (track.error.code === 'not_found') {
    return (
      <FullMessage title={t('track.notFoundTitle')} body={t('track.notFoundBody')} figure={<LostArt />}>
        <Link to={paths.landingSection('tracks')}>{t('track.seeTracks')}</Link>
      </FullMessage>
    );
  }
  return (
    <FullMessage title={common('states.errorTitle')} body={errorText(common, track.error)} role="alert">
      <button type="button" onClick={track.retry}>
        {common('retry')}
      </button>
    </FullMessage>
  );
}
