import type { tree as en } from "../en/tree.js";
import type { Message } from "../createTranslate.js";

export const tree: Record<keyof typeof en, Message> = {
  "promptEditor.browser": "كل المتغيّرات",
  "promptEditor.browserSearch": "البحث في المتغيّرات",
  "promptEditor.browserEmpty": "لا يوجد متغيّر مطابق.",
  "promptEditor.browserTruncated": {
    zero: "لا تظهر أي متغيّرات.",
    one: "يظهر المتغيّر الأول فقط.",
    two: "يظهر أول متغيّرين فقط.",
    few: "تظهر أول {count} متغيّرات فقط.",
    many: "يظهر أول {count} متغيّرًا فقط.",
    other: "يظهر أول {count} متغيّر فقط.",
  },
};
