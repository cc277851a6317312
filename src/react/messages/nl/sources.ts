import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "‘{node}’ uitvoeren",
  "sources.running": "‘{node}’ wordt uitgevoerd…",
  "sources.sample": { one: "Voorbeeldwaarden gebruiken", other: "Voorbeeldwaarden gebruiken" },
  "sources.done": "‘{node}’ is uitgevoerd. Genereer opnieuw.",
  "sources.failed": "‘{node}’ kon niet worden uitgevoerd.",
};
