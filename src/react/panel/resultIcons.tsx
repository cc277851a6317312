import { Icon } from "../internal/Icon.js";

export function CopyIcon() {
  return (
    <Icon size={15}>
      <rect x="5.5" y="5.5" width="8" height="8" rx="2" />
      <path d="M10.5 3.5a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1" />
    </Icon>
  );
}

export function DownloadIcon() {
  return (
    <Icon size={15}>
      <path d="M8 2.5v7.5m0 0 3-3m-3 3-3-3M3 13.5h10" />
    </Icon>
  );
}

export function OpenIcon() {
  return (
    <Icon size={15}>
      <path d="M9.5 2.5h4v4M13.5 2.5l-6 6M7 3.5H4A1.5 1.5 0 0 0 2.5 5v7A1.5 1.5 0 0 0 4 13.5h7a1.5 1.5 0 0 0 1.5-1.5V9" />
    </Icon>
  );
}

export function PinIcon() {
  return (
    <Icon size={13}>
      <path d="M6 2.5h4l-.5 4 2.5 2.5v1H4V9l2.5-2.5zM8 10v4" />
    </Icon>
  );
}

export function CompareIcon() {
  return (
    <Icon size={14}>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M8 1.5v13M4.5 8h1M10.5 8h1" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon size={15}>
      <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />
    </Icon>
  );
}

export function ZoomIcon() {
  return (
    <Icon size={15}>
      <path d="M9.5 2.5h4v4M13.5 2.5l-4.5 4.5M6.5 13.5h-4v-4M2.5 13.5 7 9" />
    </Icon>
  );
}
