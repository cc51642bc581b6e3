export default function ResetPasswordPage() {
  return <article />;
}
