import type { LookAtInviteResponse } from '@contracts/accept-invite.ts';
import { useTranslation } from 'react-i18next';
import classes from './invitation-facts.module.css';

export function InvitationFacts({ invitation }: { invitation: LookAtInviteResponse }) {
  const { t } = useTranslation('auth');
  const { institutionName, tracks, email } = invitation;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('invitation.facts.institution')}</dt>
        <dd>{institutionName}</dd>
      </div>
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
