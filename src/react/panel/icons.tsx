import { Icon } from "../internal/Icon.js";

export function ImageIcon({ size }: { size?: number }) {
  return (
    <Icon size={size}>
      <rect x="2" y="2.5" width="12" height="11" rx="2.5" />
      <circle cx="5.6" cy="6.1" r="1.1" />
      <path d="m2.4 12 3.4-3.2 2.3 2 2.6-2.8 3 3" />
    </Icon>
  );
}

export function BracesIcon() {
  return (
    <Icon size={13}>
      <path d="M5.5 2.5C4 2.5 4 4 4 5.5S3.5 8 2 8c1.5 0 2 1 2 2.5s0 3 1.5 3M10.5 2.5C12 2.5 12 4 12 5.5S12.5 8 14 8c-1.5 0-2 1-2 2.5s0 3-1.5 3" />
    </Icon>
  );
}
