import type { NodeKind } from "../engine/types.js";

const KIND_PATHS: Readonly<Record<NodeKind, string>> = {
  trigger: "M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z",
  agent: "M8 1.8 9.5 6.5 14.2 8 9.5 9.5 8 14.2 6.5 9.5 1.8 8 6.5 6.5z",
  image:
    "M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM2.6 11.6l3.2-3 2.3 2 2.6-2.8 2.7 2.7M5.8 6.3v.01",
  vision:
    "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z",
  action: "M14 2 7.2 8.8M14 2 9.8 14l-2.6-5.2L2 6.2z",
  http: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM1.8 8h12.4M8 1.8c2 2 2.6 4 2.6 6.2S10 12.200 8 14.200C6 12.200 5.400 10.200 5.400 8S6 3.800 8 1.800z",
  loop: "M11 1.800 13.500 4.300 11 6.800M13.200 4.300H5.500a3 3 0 0 0-3 3v.4M5 14.200 2.500 11.700 5 9.200M2.800 11.700h7.700a3 3 0 0 0 3-3v-.4",
};

const PATHS = {
  run: "M4.500 2.800v10.400L13 8z",
  stop: "M4 4h8v8H4z",
  undo: "M6 3 2.800 6.200 6 9.400M3 6.200h6.500a3.800 3.800 0 0 1 0 7.600H7",
  redo: "M10 3l3.200 3.200L10 9.400M13 6.200H6.500a3.800 3.800 0 0 0 0 7.600H9",
  close: "M4 4l8 8M12 4l-8 8",
  remove:
    "M2.800 4.200h10.400M6.300 4V2.500h3.400V4M4.200 4.200l.6 9.300h6.400l.6-9.300M6.800 6.800v4.200M9.200 6.800v4.200",
  plus: "M8 3v10M3 8h10",
  fit: "M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10",
  minus: "M3 8h10",
  down: "m4.500 6.500 3.500 3.500 3.500-3.500",
  save: "M3.500 2.500h7l2.500 2.500v8.500h-10v-11zM5.500 2.500v3.300h4V2.500M5.500 13.300V9.500h5v3.800",
  pin: "M5.500 2.500h5M6.500 2.500v4.300L4 9.500h8L9.500 6.800V2.500M8 9.500v4.500",
  export: "M8 2.500v7.500m0 0 3-3m-3 3-3-3M3 13.500h10",
  import: "M8 10.500V3m0 0 3 3M8 3 5 6M3 13.500h10",
} as const;

export type IconName = keyof typeof PATHS;

/** Renders one of the toolbar's icons. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number | undefined }) {
  return <Mark path={PATHS[name]} size={size} filled={name === "run" || name === "stop"} />;
}

/** Renders the icon of a kind of node. */
export function KindIcon({ kind, size = 16 }: { kind: NodeKind; size?: number | undefined }) {
  return <Mark path={KIND_PATHS[kind]} size={size} />;
}

function Mark({ path, size, filled = false }: { path: string; size: number; filled?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
