export default function AcceptInvitePage() {
  return <article />;
}
