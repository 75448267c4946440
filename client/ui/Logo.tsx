/** The rail with its nodes, drawn as three lines. */
export function Logo() {
  return (
    <svg width="18" height="16" viewBox="0 0 18 16" aria-hidden focusable="false">
      <path d="M2 3h9M2 8h7" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M2 13h12" stroke="var(--mantine-color-copper-5)" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="15" cy="13" r="2.4" fill="var(--mantine-color-copper-5)" />
    </svg>
  );
}
