export default function ForgotPasswordPage() {
  return <article />;
}
