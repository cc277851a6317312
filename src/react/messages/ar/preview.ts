import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "المعاينة",
  "preview.empty": "ستظهر صورتك هنا.",
  "preview.notLoaded": "تعذّر تحميل بقية المعاينة. تحقّق من الاتصال.",

  "status.idle": "لا صورة بعد",
  "status.running": "قيد التشغيل",
  "status.selected": "صورة سابقة",
  "status.late": "وصلت متأخرة",
  "status.pinned": "صورة مثبّتة",
  "status.waiting": "التشغيل مستمر",
  "status.succeeded": "اكتمل",
  "status.failed": "لا صورة",
  "status.cancelled": "أُلغي",

  "progress.starting": "جارٍ البدء…",
  "progress.prompt": "جارٍ كتابة الموجّه…",
  "progress.image": "جارٍ الرسم…",
  "progress.store": "جارٍ الحفظ…",
};
