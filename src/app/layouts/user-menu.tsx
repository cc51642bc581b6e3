import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notify } from '~/components/notify';
import { useAccess } from '~/entities/permissions/access';
import { homePath } from '~/entities/session/home-path';
import { signOut } from '~/entities/session/sign-out';
import { useSession } from '~/entities/session/use-session';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import classes from './user-menu.module.css';

/** The browser's own popover: closes by Escape and by a click outside, and costs no library. */
export function UserMenu() {
  const { t } = useTranslation('common');
  const session = useSession();
  const access = useAccess().data;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  if (session.status !== 'signed-in') return null;
  const close = () => panel.current?.hidePopover();
  const leave = () => {
    close();
    signOut().catch((error: unknown) => notify('error', errorText(t, error)));
  };
  return (
    <>
      <button type="button" className={classes.button} popoverTarget={id} aria-label={t('user.menu')}>
        {session.email.slice(0, 1).toUpperCase()}
      </button>
      <div ref={panel} id={id} popover="auto" className={classes.panel}>
        <p className={classes.email}>{t('user.signedInAs', { email: session.email })}</p>
        {access !== undefined && (
          <Link to={homePath(access.kind)} onClick={close} className={classes.item}>
            {t('nav.dashboard')}
          </Link>
        )}
        {access?.kind === 'learner' && access.institutions.length > 0 && (
          <Link to={paths.institution()} onClick={close} className={classes.item}>
            {t('nav.institution')}
          </Link>
        )}
        <Link to={paths.profile()} onClick={close} className={classes.item}>
          {t('user.profile')}
        </Link>
        <Link to={paths.verify()} onClick={close} className={classes.item}>
          {t('nav.verify')}
        </Link>
        <button type="button" onClick={leave} className={classes.item}>
          {t('user.signOut')}
        </button>
      </div>
    </>
  );
}
