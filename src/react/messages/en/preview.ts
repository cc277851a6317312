import type { Message } from "../createTranslate.js";

/** The words of the preview. */
export const preview = {
  // Name of the region with the picture, said aloud: a noun.
  "preview.label": "Preview",
  "preview.empty": "Your picture will appear here.",
  "preview.notLoaded": "The rest of the preview could not be loaded. Check the connection.",

  /* State in the head of the preview. Little room: some 18 letters. */
  // Nothing has been made so far: a noun.
  "status.idle": "No picture yet",
  // Said of the run: it is under way.
  "status.running": "Running",
  // The picture shown is not the newest one: a noun.
  "status.selected": "Earlier picture",
  // Said of the picture: it came after the time limit.
  "status.late": "Arrived late",
  // The picture shown is the pinned one: a noun.
  "status.pinned": "Pinned picture",
  // Said of the run: nobody waits for it any more, but it goes on.
  "status.waiting": "Still running",
  // Said of the run: it has ended well.
  "status.succeeded": "Done",
  // The run has ended without one: a noun.
  "status.failed": "No picture",
  // Said of the run: a person ended it.
  "status.cancelled": "Cancelled",

  /* In the picture's place while it is made: what is done now. Verbs without a subject, or nouns. */
  "progress.starting": "Starting …",
  "progress.prompt": "Writing the prompt …",
  // A model draws the picture.
  "progress.image": "Drawing …",
  // The picture is being saved.
  "progress.store": "Storing …",
} satisfies Record<string, Message>;
