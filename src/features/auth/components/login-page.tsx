export default function LoginPage() {
  return <article />;
}
