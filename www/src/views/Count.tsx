import { texts } from "../texts";

/** How many nodes fulfil something, as a bar and in words. */
export function Count({ matches, nodes }: { readonly matches: number; readonly nodes: number }) {
  const share = nodes === 0 ? 0 : (matches / nodes) * 100;
  return (
    <span class="count">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="room" width="100" height="8" />
        <rect class="part" width={share} height="8" />
      </svg>
      {texts.affinity.matches(matches, nodes)}
    </span>
  );
}
