import { batch } from "./presets/batch.js";
import { blog } from "./presets/blog.js";
import { marketing } from "./presets/marketing.js";
import { report } from "./presets/report.js";
import { scene } from "./presets/scene.js";

/** The workflows of the node's documentation, and one that edits the picture of the step before; each ready to run. */
export const PRESETS = [marketing, report, blog, batch, scene] as const;
