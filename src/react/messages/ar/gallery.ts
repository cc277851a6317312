import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "صور هذه السلسلة",
  "gallery.item": "الصورة {number}",
  "gallery.empty": "لم يُشغَّل شيء بعد.",
  "gallery.progress": "{done} من {total}",
  "gallery.done": {
    zero: "لا صور",
    one: "صورة واحدة",
    two: "صورتان",
    few: "{count} صور",
    many: "{count} صورة",
    other: "{count} صورة",
  },
  "gallery.failedCount": {
    zero: "لم تفشل أي صورة",
    one: "فشلت واحدة",
    two: "فشلت اثنتان",
    few: "فشلت {count}",
    many: "فشلت {count}",
    other: "فشلت {count}",
  },
  "gallery.doneAndFailed": "{done} و{failed}",
  "gallery.left": {
    zero: "بدأت كلها: {reason}",
    one: "لم تبدأ واحدة: {reason}",
    two: "لم تبدأ اثنتان: {reason}",
    few: "لم تبدأ {count}: {reason}",
    many: "لم تبدأ {count}: {reason}",
    other: "لم تبدأ {count}: {reason}",
  },
  "gallery.endedAndLeft": "{ended} – {left}",
  "gallery.waiting": "في الانتظار",
  "gallery.running": "جارٍ الرسم…",
  "gallery.failed": "فشلت",
  "gallery.aborted": "توقّف الانتظار",
  "gallery.undone": "لم تبدأ",
  "gallery.retry": "إعادة محاولة الصورة {number}",
  "gallery.atLeast": "على الأقل {amount}",
};
