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

  "examples.subjects":
    "主题, 主体, subject, 标题, title, 名称, 名字, name, 话题, topic, 产品, 商品, product, headline, 摘要, 概要, summary, 描述, 说明, description, 文本, 正文, text",
  "examples.styles":
    "风格, 画风, style, 氛围, mood, 色调, tone, theme, 季节, season, 颜色, color, colour, 配色, palette",
};
