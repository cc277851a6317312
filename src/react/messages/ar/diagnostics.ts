import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "مشكلات في النص",
  "promptEditor.fix": "التصحيح إلى «\u2068{suggestion}\u2069»",
  "promptEditor.unknown_variable_suggestion":
    "لا يوجد متغيّر باسم «\u2068{path}\u2069». هل تقصد «\u2068{suggestion}\u2069»؟",
  "promptEditor.late_variable": "يأتي «\u2068{path}\u2069» من عقدة تعمل لاحقًا.",
  "promptEditor.missing_variable": "لا قيمة للمتغيّر «\u2068{path}\u2069» في العيّنة.",
  "promptEditor.object_in_text": "المتغيّر «\u2068{path}\u2069» كائن، ويُكتب بصيغة JSON.",
  "promptEditor.empty_value": "المتغيّر «\u2068{path}\u2069» فارغ في العيّنة.",
  "promptEditor.unclosed_braces": "هذا المتغيّر غير مغلق.",
  "promptEditor.empty_braces": "هذا المتغيّر بلا اسم.",
  "promptEditor.unsupported_expression": "يُكتب المتغيّر على شكل مسار، دون تعليمات برمجية.",
  "promptEditor.too_long": "عدد أحرف الموجّه {length}، والحد الأقصى لهذا النموذج {maxLength}.",
  "promptEditor.more_problems": {
    zero: "لا توجد مشكلات أخرى.",
    one: "توجد مشكلة أخرى.",
    two: "توجد مشكلتان أخريان.",
    few: "توجد {count} مشكلات أخرى.",
    many: "توجد {count} مشكلة أخرى.",
    other: "توجد {count} مشكلة أخرى.",
  },
};
