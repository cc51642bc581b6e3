import { IconBulb, IconCertificate, IconChartBar, IconCode, IconCompass } from '@tabler/icons-react';
import type { Track } from '~/entities/track/track-schema';
import classes from './track-icon.module.css';

const icons = { bulb: IconBulb, code: IconCode, compass: IconCompass, chart: IconChartBar };
const hues: Record<string, string | undefined> = {
  indigo: classes.indigo,
  teal: classes.teal,
  grape: classes.grape,
  orange: classes.orange,
};
const isKnown = (name: string): name is keyof typeof icons => name in icons;

/** The track's sign in its colour; a name that we do not know gets the certificate in the brand's. */
export function TrackIcon({ track, large = false }: { track: Pick<Track, 'icon' | 'color'>; large?: boolean }) {
  const Icon = isKnown(track.icon) ? icons[track.icon] : IconCertificate;
  return (
    <span
      className={`${classes.tile} ${hues[track.color] ?? classes.indigo} ${large ? classes.large : ''}`}
      aria-hidden="true"
    >
      <Icon size={large ? 34 : 26} stroke={1.7} />
    </span>
  );
}
