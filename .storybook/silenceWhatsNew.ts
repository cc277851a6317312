import type { Channel } from "storybook/internal/channels";
import { REQUEST_WHATS_NEW_DATA, RESULT_WHATS_NEW_DATA } from "storybook/internal/core-events";

/** Answers Storybook's request for its news, which it sends to its makers even where notifications are off. */
export function silenceWhatsNew(channel: Channel): Channel {
  channel.removeAllListeners(REQUEST_WHATS_NEW_DATA);
  channel.on(REQUEST_WHATS_NEW_DATA, () => {
    channel.emit(RESULT_WHATS_NEW_DATA, { data: { status: "ERROR" } });
  });
  return channel;
}
