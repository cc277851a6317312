import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "تثبيت",
  "pin.done": "ثُبّتت الصورة. تستخدمها عمليات التشغيل التجريبية دون أن تدفع شيئًا.",
  "pin.undone": "أُلغي التثبيت. تعود عمليات التشغيل التجريبية إلى توليد الصور.",

  "pinned.other": "تستخدم عمليات التشغيل التجريبية الصورة المثبّتة دون أن تدفع شيئًا.",
  "pinned.deleted": "حُذفت الصورة المثبّتة، لذا تفشل عمليات التشغيل التجريبية. ولّد صورة جديدة أو ألغِ التثبيت.",
  "pinned.settings": "وُلّدت الصورة المثبّتة بإعدادات أخرى.",
  "pinned.show": "عرضها",
  "pinned.back": "عرض الأحدث",
  "pinned.unpin": "إلغاء التثبيت",
  "warning.pinned_other_settings": "وُلّدت الصورة المثبّتة بإعدادات أخرى.",
};
