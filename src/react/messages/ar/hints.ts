import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

// A word is found as a whole only: what Arabic writes together with it, such as "the" and "with", is listed too.
export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "نصائح",
  "hint.dismiss": "إخفاء هذه النصيحة",
  "hint.style_in_prompt":
    "يذكر الموجّه نمطًا («\u2068{found}\u2069»). اختر «\u2068{style}\u2069» من قائمة النمط بدلًا من ذلك، فيُطبَّق بالطريقة نفسها كل مرة.",
  "hint.style_in_prompt.apply": "استخدام \u2068{style}\u2069",
  "hint.style_twice":
    "يذكر الموجّه «\u2068{found}\u2069»، والنمط المختار هو «\u2068{style}\u2069» أصلًا. يمكنك حذفه من الموجّه.",
  "hint.very_short": "زِد الوصف لتحصل على صورة أفضل: الموضوع وما يحيط به والإضاءة والتكوين.",
  "hint.pixels_in_prompt":
    "لا تقرأ النماذج «\u2068{found}\u2069» في الموجّه. المقاس تحدّده نسبة الأبعاد ونموذج الصور.",
  "hintWords.photorealistic":
    "واقعي فوتوغرافي, واقعية فوتوغرافية, بواقعية فوتوغرافية, الواقعية الفوتوغرافية, فوتوغرافي واقعي, فوتوغرافية واقعية, photorealistic, photo-realistic",
  "hintWords.digital_art": "فن رقمي, الفن الرقمي, رسم رقمي, الرسم الرقمي, لوحة رقمية, digital art",
  "hintWords.oil_painting":
    "لوحة زيتية, اللوحة الزيتية, اللوحات الزيتية, لوحات زيتية, ألوان زيتية, بألوان زيتية, الألوان الزيتية, بالألوان الزيتية, بالالوان الزيتية, رسم زيتي, oil painting",
  "hintWords.watercolor":
    "ألوان مائية, بألوان مائية, الألوان المائية, بالألوان المائية, بالالوان المائية, لوحة مائية, رسم مائي, watercolor, watercolour",
  "hintWords.sketch":
    "رسم تخطيطي, الرسم التخطيطي, رسمة تخطيطية, رسم بقلم رصاص, رسم بقلم الرصاص, رسم بالقلم الرصاص, رسم بالرصاص, اسكتش, سكتش, pencil sketch",
  "hintWords.anime": "أنمي, الأنمي, انمي, الانمي, أنيمي, مانغا, المانغا, anime, manga",
  "hintWords.3d_render":
    "ثلاثي الأبعاد, ثلاثية الأبعاد, الثلاثي الأبعاد, ثلاثي الابعاد, ثلاثية الابعاد, رندر, ريندر, 3d render, cgi",
  "hintWords.minimalist":
    "تبسيطي, تبسيطية, التبسيطي, التبسيطية, مينيمال, مينيمالي, مينيمالية, مينيماليست, minimalist",
  "hintWords.cinematic": "سينمائي, سينمائية, السينمائي, السينمائية, cinematic",
  "hintWords.pixels": "px, pixel, pixels, بكسل, بيكسل, بكسلات, بكسلًا, dpi",
};
