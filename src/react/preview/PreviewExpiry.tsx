"use client";
import { useSyncExternalStore } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Tells when the image's link ends, within its last day and after it. Renders a `<span>` element, or nothing before;
 * `data-state` is "soon" or "expired".
 */
export const PreviewExpiry = createElementPart("Preview.Expiry", "span", () => {
  const { link } = usePreviewContext("Preview.Expiry");
  const t = useMessagesWith(resultWords);
  const now = useSyncExternalStore(everyMinute, currentMinute, noTime);
  if (link.expiresAt === undefined || Number.isNaN(link.expiresAt) || now === 0) return null;
  // Of an image that is gone nothing expires any more.
  if (link.status === "deleted" || link.status === "unsafe") return null;
  const left = link.expiresAt - now;
  if (left <= 0) return { "data-state": "expired", children: t("expiry.expired") };
  if (left < HOUR)
    return {
      "data-state": "soon",
      children: t("expiry.minutes", { count: Math.max(1, Math.floor(left / MINUTE)) }),
    };
  if (left >= DAY) return null;
  return { "data-state": "soon", children: t("expiry.hours", { count: Math.floor(left / HOUR) }) };
});

function everyMinute(listener: () => void) {
  const timer = setInterval(listener, 60_000);
  return () => clearInterval(timer);
}

/** Cut to the minute, so that the snapshot stays equal between two ticks. */
function currentMinute() {
  return Math.floor(Date.now() / 60_000) * 60_000;
}

function noTime() {
  return 0;
}

/** Attributes of the remaining time. */
export interface PreviewExpiryState {
  /** @selector [data-state] "soon" within the last day. */
  state: "soon" | "expired";
}
