"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { errorKey, useMessages } from "../messages/index.js";
import { getErrorActions } from "./getErrorActions.js";
import { usePreviewContext } from "./PreviewContext.js";

const HIDDEN = {
  position: "absolute",
  inlineSize: 1,
  blockSize: 1,
  margin: -1,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;

/**
 * Announces each stage and the outcome, never the seconds, in the one polite live region. Renders a hidden `<div>`
 * element.
 */
export const PreviewAnnouncer = createElementPart("Preview.Announcer", "div", () => {
  const { state, late, announcement, announcementCount } = usePreviewContext("Preview.Announcer");
  const t = useMessages();
  const kind = getErrorActions(state)?.kind;
  const words =
    late.status === "found"
      ? t("late.found")
      : kind !== undefined
        ? t(`${errorKey(t, { kind, reason: state.error?.reason })}.title`)
        : state.status === "running"
          ? t(`progress.${state.stage ?? "starting"}`)
          : state.status === "succeeded"
            ? t("announce.succeeded")
            : "";
  // A new element is announced although it says the same: of each run, and of each deed.
  const key = announcement === undefined ? `${state.startedAt ?? ""} ${words}` : announcementCount;
  return {
    role: "status",
    "aria-live": "polite",
    style: HIDDEN,
    children: <span key={key}>{announcement ?? words}</span>,
  };
});
