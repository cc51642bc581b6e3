import { IconMenu2 } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import iconButton from '~/components/icon-button.module.css';
import { paths } from '~/lib/paths';
import classes from './mobile-nav.module.css';

/** The header's links where they have no room, in the browser's own popover. */
export function MobileNav() {
  const { t } = useTranslation('common');
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const close = () => panel.current?.hidePopover();
  return (
    <div className={classes.mobile}>
      <button type="button" className={iconButton.button} popoverTarget={id} aria-label={t('nav.menu')}>
        <IconMenu2 size={22} aria-hidden="true" />
      </button>
      <nav ref={panel} id={id} popover="auto" aria-label={t('nav.menu')} className={classes.panel}>
        <Link to={paths.landingSection('tracks')} onClick={close}>
          {t('nav.tracks')}
        </Link>
        <Link to={paths.landingSection('process')} onClick={close}>
          {t('nav.process')}
        </Link>
        <Link to={paths.landingSection('faq')} onClick={close}>
          {t('nav.faq')}
        </Link>
        <Link to={paths.verify()} onClick={close}>
          {t('nav.verify')}
        </Link>
        <Link to={paths.login()} onClick={close}>
          {t('nav.signIn')}
        </Link>
      </nav>
    </div>
  );
}
