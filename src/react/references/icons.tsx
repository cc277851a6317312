import { Icon } from "../internal/Icon.js";

/** Icon of a picture. */
export function PictureIcon() {
  return (
    <Icon>
      <rect x="2" y="2.5" width="12" height="11" rx="2.5" />
      <circle cx="5.6" cy="6.1" r="1.1" />
      <path d="m2.4 12 3.4-3.2 2.3 2 2.6-2.8 3 3" />
    </Icon>
  );
}

/** Icon of a variable. */
export function VariableIcon() {
  return (
    <Icon>
      <path d="M5.5 2.5C4 2.5 4 4 4 5.5S3.5 8 2 8c1.5 0 2 1 2 2.5s0 3 1.5 3M10.5 2.5C12 2.5 12 4 12 5.5S12.5 8 14 8c-1.5 0-2 1-2 2.5s0 3-1.5 3" />
    </Icon>
  );
}

/** Icon of an upload. */
export function UploadIcon() {
  return (
    <Icon size={14}>
      <path d="M8 10.5V3m0 0L5 6m3-3 3 3M3 13.5h10" />
    </Icon>
  );
}

/** Icon of earlier pictures. */
export function HistoryIcon() {
  return (
    <Icon size={14}>
      <path d="M2.5 8a5.5 5.5 0 1 0 1.7-4L2.5 5.6M2.5 2.5v3.1h3.1M8 5v3.2l2.2 1.3" />
    </Icon>
  );
}

/** Icon of an arrow up. */
export function UpIcon() {
  return (
    <Icon size={14}>
      <path d="M8 13V3M4 7l4-4 4 4" />
    </Icon>
  );
}

/** Icon of an arrow down. */
export function DownIcon() {
  return (
    <Icon size={14}>
      <path d="M8 3v10M4 9l4 4 4-4" />
    </Icon>
  );
}

/** Icon of what takes something away. */
export function RemoveIcon() {
  return (
    <Icon size={14}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}
