import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { inviteToken } from '../model/invite-token';
import { InvitationPage } from './invitation-page';
import { LinkPage } from './link-page';

/** Our own invitations; links that Auth sends to a new person end here, too. */
export default function AcceptInvitePage() {
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  const [token] = useState(() => inviteToken.read(search, hash));
  useEffect(() => {
    if (token === null || !new URLSearchParams(search).has('invite')) return;
    inviteToken.keep(token);
    void navigate(pathname, { replace: true });
  }, [token, pathname, search, navigate]);
  return token === null ? <LinkPage purpose="invite" /> : <InvitationPage token={token} />;
}
