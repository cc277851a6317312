import { useSyncExternalStore } from "react";

/** The width below which the drawer covers all else; the same as in `styles/narrow.css`. */
const NARROW = "(max-width: 820px)";

const subscribe = (onChange: () => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
};

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
