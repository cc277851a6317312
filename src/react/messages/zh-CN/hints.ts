import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "提示",
  "hint.dismiss": "关闭此提示",
  "hint.style_in_prompt":
    "提示词中写到了风格（“{found}”）。建议改为在“风格”中选择“{style}”，这样每次效果一致。",
  "hint.style_in_prompt.apply": "使用“{style}”",
  "hint.style_twice": "提示词中写到了“{found}”，而“风格”已选择“{style}”。可以从提示词中删去。",
  "hint.very_short": "描述越具体，图片效果越好：可写明主体、环境、光线和构图。",
  "hint.pixels_in_prompt": "模型不会识别提示词中的“{found}”。图片尺寸由“宽高比”和“图片模型”决定。",
  "hintWords.photorealistic":
    "照片级, 超写实, 写实摄影, 写实风格, 写实照片, 逼真照片, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "数字艺术, 数字绘画, 数字插画, 数码艺术, 数码绘画, digital art",
  "hintWords.oil_painting": "油画, oil painting, oil on canvas",
  "hintWords.watercolor": "水彩画, 水彩, watercolor, watercolour, water color",
  "hintWords.sketch": "铅笔素描, 铅笔画, 素描, 线稿, 线描, pencil sketch, pencil drawing, line art",
  "hintWords.anime": "动漫风格, 动漫风, 动漫, 二次元, 日漫, 漫画风格, 漫画风, anime, manga",
  "hintWords.3d_render":
    "3D渲染, 3D 渲染, 三维渲染, CG渲染, CG 渲染, CG风格, CG 风格, 3d render, 3d rendering, cgi",
  "hintWords.minimalist": "极简主义, 极简, 简约风格, 简约风, minimalist, minimalistic",
  "hintWords.cinematic": "电影感, 电影质感, 电影级, 电影风格, cinematic",
  "hintWords.pixels": "px, pixel, pixels, 像素, dpi",
};
