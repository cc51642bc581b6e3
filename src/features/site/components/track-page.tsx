export default function TrackPage() {
  return <article />;
}
