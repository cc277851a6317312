import { Icon } from "../internal/Icon.js";

/** Icon of a dice. */
export function DiceIcon() {
  return (
    <Icon size={15}>
      <rect x="2" y="2" width="12" height="12" rx="3" />
      <path d="M5.5 5.5h.01M10.5 5.5h.01M8 8h.01M5.5 10.5h.01M10.5 10.5h.01" strokeWidth="2" />
    </Icon>
  );
}
