export default function NotFoundPage() {
  return <article />;
}
