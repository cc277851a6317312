// Loaded once a host lets something be pinned, or has something pinned.
export { PinButton } from "./PinButton.js";
export { PinnedNotice } from "./PinnedNotice.js";
