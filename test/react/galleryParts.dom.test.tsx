import { Preview } from "image-generation-node";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { itConforms } from "./conformance.js";

const batch = {
  state: NO_BATCH,
  start: () => Promise.resolve(),
  retry: () => Promise.resolve(),
  stop: () => undefined,
  cancel: () => Promise.resolve(),
};
itConforms({
  name: "Preview.Gallery",
  part: "preview-gallery",
  Part: Preview.Gallery,
  props: { batch },
  root: null,
  wrap: (part) => part,
});
