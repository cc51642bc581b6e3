import { LinkPage } from './link-page';

export default function AcceptInvitePage() {
  return <LinkPage purpose="invite" />;
}
