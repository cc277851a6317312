import type { sources as en } from "../en/sources.js";
import type { Message } from "../createTranslate.js";

export const sources: Record<keyof typeof en, Message> = {
  "sources.run": "تشغيل «\u2068{node}\u2069»",
  "sources.running": "جارٍ تشغيل «\u2068{node}\u2069»…",
  "sources.sample": {
    zero: "استخدام العيّنات",
    one: "استخدام عيّنتها",
    two: "استخدام عيّنتيهما",
    few: "استخدام عيّناتها",
    many: "استخدام عيّناتها",
    other: "استخدام عيّناتها",
  },
  "sources.done": "تم تشغيل «\u2068{node}\u2069». ولّد الصورة مجددًا.",
  "sources.failed": "تعذّر تشغيل «\u2068{node}\u2069».",
};
