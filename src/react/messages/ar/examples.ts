import type { examples as english } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** The words of the prompts that an empty preview suggests, in Arabic. */
export const examples: Record<keyof typeof english, Message> = {
  "examples.label": "أمثلة",
  "examples.styled": "رسم توضيحي بأسلوب {style} يصوّر {subject}",
  "examples.photo": "صورة تُظهر {subject} في ضوء صباحي ناعم",
  "examples.icon": "أيقونة بسيطة تمثّل {subject} على خلفية سادة",
  "examples.lighthouse": "منارة على جرف صخري عند الغسق، والأمواج في الأسفل",
  "examples.desk": "مكتب مرتّب بجوار نافذة، كما يُرى من الأعلى",
  "examples.city": "بلدة صغيرة يكسوها الثلج، وضوء دافئ في النوافذ",

  "examples.subjects":
    "موضوع, subject, عنوان, title, اسم, name, topic, منتج, product, headline, ملخص, summary, وصف, description, نص, text",
  "examples.styles":
    "أسلوب, نمط, style, مزاج, أجواء, mood, نبرة, tone, theme, موسم, فصل, season, لون, color, colour, palette",
};
