export default function LandingPage() {
  return <article />;
}
