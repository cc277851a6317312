import type { history as en } from "../en/history.js";
import type { Message } from "../createTranslate.js";

export const history: Record<keyof typeof en, Message> = {
  "history.item": "الصورة {number}: \u2068{prompt}\u2069",
  "history.newest": "أحدث {count} من أصل {total}",
  "history.all": "عرض الكل ({count})",
};
