import type { examples as en } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

export const examples: Record<keyof typeof en, Message> = {
  "examples.label": "示例",
  "examples.styled": "{subject} 的插画，风格为 {style}",
  "examples.photo": "{subject} 的照片，柔和的晨光",
  "examples.icon": "以 {subject} 为主题的简洁图标，纯色背景",
  "examples.lighthouse": "黄昏时分，矗立在悬崖上的灯塔，下方海浪拍岸",
  "examples.desk": "窗边一张整洁的书桌，俯视视角",
  "examples.city": "雪中的小镇，窗户里透出温暖的灯光",
};
