import { beforeEach } from "vitest";
import { server } from "vitest/browser";
import type { EngineName } from "./findEngines.js";
import { LIMITS } from "./LIMITS.js";
import { limitOf } from "./limitOf.js";

beforeEach(({ task, skip }) => {
  const limit = limitOf(
    LIMITS,
    server.config.browser.name as EngineName,
    task.file.filepath,
    task.fullTestName,
  );
  if (limit) skip(limit.why);
});
