import type { Channel } from "storybook/internal/channels";
import { REQUEST_WHATS_NEW_DATA, RESULT_WHATS_NEW_DATA } from "storybook/internal/core-events";

/** Storybook asks its makers what is new even where notifications are off; its page gets an answer from here instead. */
export function silenceWhatsNew(channel: Channel): Channel {
  channel.removeAllListeners(REQUEST_WHATS_NEW_DATA);
  channel.on(REQUEST_WHATS_NEW_DATA, () => {
    channel.emit(RESULT_WHATS_NEW_DATA, { data: { status: "ERROR" } });
  });
  return channel;
}
