import { useTranslation } from 'react-i18next';
import classes from './certificate-art.module.css';

/** A small QR-like pattern; it encodes nothing. */
const modules = ['1110111', '1010101', '1110111', '0001000', '1101011', '1010010', '1110101'];

/** The product in one picture: a certificate that proves itself. */
export function CertificateArt() {
  const { t } = useTranslation('site');
  return (
    <svg className={classes.art} viewBox="0 0 560 480" role="img" aria-label={t('landing.hero.figure')}>
      <g transform="rotate(-5 280 240)">
        <rect x="64" y="52" width="420" height="318" rx="26" className={classes.shade} />
      </g>
      <rect x="70" y="60" width="420" height="318" rx="26" className={classes.paper} />
      <rect x="86" y="76" width="388" height="286" rx="16" className={classes.frame} />
      <text x="118" y="128" className={classes.small}>
        {t('landing.art.certificate')}
      </text>
      <rect x="118" y="146" width="232" height="20" rx="10" className={classes.heading} />
      <text x="118" y="202" className={classes.small}>
        {t('landing.art.awarded')}
      </text>
      <path
        d="M120 246c14-34 26-34 24-10-2 18 12 12 20-4 8-17 14-12 12 2-2 12 10 8 18-4 9-14 16-12 14 0-2 10 10 8 20-2 12-12 20-8 20 2 0 8 18 6 44-8"
        className={classes.signature}
      />
      <rect x="118" y="286" width="168" height="9" rx="4.5" className={classes.line} />
      <rect x="118" y="307" width="120" height="9" rx="4.5" className={classes.line} />
      <g transform="translate(378 262)" className={classes.code}>
        {modules.flatMap((row, y) =>
          [...row].map((cell, x) =>
            cell === '1' ? <rect key={`${x}-${y}`} x={x * 10} y={y * 10} width="9" height="9" rx="2" /> : null,
          ),
        )}
      </g>
      <g transform="translate(414 142)">
        <path d="m-20 30-10 46 30-16 30 16-10-46z" className={classes.ribbon} />
        <circle r="42" className={classes.seal} />
        <circle r="33" className={classes.sealRing} />
        <path d="m-15 1 10 10 21-22" className={classes.sealTick} />
      </g>
      <g className={classes.chipOne}>
        <rect x="0" y="316" width="216" height="76" rx="18" className={classes.chip} />
        <circle cx="42" cy="354" r="19" className={classes.good} />
        <path d="m34 354 6 6 11-12" className={classes.goodTick} />
        <text x="74" y="349" className={classes.chipTitle}>
          {t('landing.art.valid')}
        </text>
        <text x="74" y="369" className={classes.chipText}>
          {t('landing.art.verified')}
        </text>
      </g>
      <g className={classes.chipTwo}>
        <rect x="310" y="396" width="230" height="72" rx="18" className={classes.chip} />
        <text x="332" y="425" className={classes.chipTitle}>
          {t('landing.art.modules')}
        </text>
        <rect x="332" y="440" width="186" height="9" rx="4.5" className={classes.bar} />
      </g>
    </svg>
  );
}
