export default function VerifyPage() {
  return <article />;
}
