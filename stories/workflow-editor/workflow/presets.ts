import { batch } from "./presets/batch.js";
import { blog } from "./presets/blog.js";
import { marketing } from "./presets/marketing.js";
import { report } from "./presets/report.js";

/** The workflows of the node's documentation, each ready to run. */
export const PRESETS = [marketing, report, blog, batch] as const;
