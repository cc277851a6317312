import { Icon } from "./Icon.js";

/** Icon of what opens below. */
export function ChevronIcon() {
  return (
    <Icon size={14}>
      <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
    </Icon>
  );
}
