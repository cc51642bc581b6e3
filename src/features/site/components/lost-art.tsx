/** A page with a hole where the text should be. Says nothing that the heading does not. */
export function LostArt() {
  return (
    <svg viewBox="0 0 220 150" width="220" height="150" aria-hidden="true" style={{ marginBottom: '1.5rem' }}>
      <rect
        x="50"
        y="14"
        width="108"
        height="128"
        rx="16"
        fill="var(--brand)"
        opacity="0.16"
        transform="rotate(-6 104 78)"
      />
      <rect x="56" y="12" width="108" height="128" rx="16" fill="var(--surface)" stroke="var(--line-strong)" />
      <path d="M76 38h52M76 54h36" stroke="var(--line-strong)" strokeWidth="6" strokeLinecap="round" />
      <circle
        cx="112"
        cy="92"
        r="24"
        fill="none"
        stroke="var(--brand-ink)"
        strokeWidth="5"
        strokeDasharray="7 9"
        strokeLinecap="round"
      />
      <path d="m131 111 24 23" stroke="var(--accent)" strokeWidth="10" strokeLinecap="round" />
    </svg>
  );
}
