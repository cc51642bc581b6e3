export default function PolicyPage({ policy }: { policy: 'privacy' | 'terms' | 'refunds' }) {
  return <article data-policy={policy} />;
}
