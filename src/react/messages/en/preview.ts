import type { Message } from "../createTranslate.js";

/** The words of the preview. */
export const preview = {
  "preview.label": "Preview",
  "preview.empty": "Your picture will appear here.",
  "preview.notLoaded": "The rest of the preview could not be loaded. Check the connection.",

  "status.idle": "No picture yet",
  "status.running": "Running",
  "status.selected": "Earlier picture",
  "status.late": "Arrived late",
  "status.pinned": "Pinned picture",
  "status.waiting": "Still running",
  "status.succeeded": "Done",
  "status.failed": "No picture",
  "status.cancelled": "Cancelled",

  "progress.starting": "Starting …",
  "progress.prompt": "Writing the prompt …",
  "progress.image": "Drawing …",
  "progress.store": "Storing …",
} satisfies Record<string, Message>;
