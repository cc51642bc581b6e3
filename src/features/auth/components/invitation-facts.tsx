import type { LookAtInviteResponse } from '@contracts/accept-invite.ts';
import { useTranslation } from 'react-i18next';
import classes from './invitation-facts.module.css';

export function InvitationFacts({ invitation }: { invitation: LookAtInviteResponse }) {
  const { t } = useTranslation('auth');
  const { tracks, email } = invitation;
  return (
    <dl className={classes.facts}>
      {tracks.length > 0 && (
        <div>
          <dt>{t('invitation.facts.tracks', { count: tracks.length })}</dt>
          {tracks.map((track) => (
            <dd key={track}>{track}</dd>
          ))}
        </div>
      )}
      <div>
        <dt>{t('invitation.facts.email')}</dt>
        <dd>{email}</dd>
      </div>
    </dl>
  );
}
