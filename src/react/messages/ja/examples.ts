import type { examples as en } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** Prompts that an empty preview suggests; spaces keep the variables apart from the words in every template language. */
export const examples: Record<keyof typeof en, Message> = {
  "examples.label": "例",
  "examples.styled": "{subject} を描いた {style} のイラスト",
  "examples.photo": "柔らかな朝の光に包まれた {subject} の写真",
  "examples.icon": "無地の背景に {subject} をかたどったシンプルなアイコン",
  "examples.lighthouse": "夕暮れの崖に立つ灯台、眼下に打ち寄せる波",
  "examples.desk": "窓辺の整頓された机、真上から見た構図",
  "examples.city": "雪に包まれた小さな町、窓からもれる暖かな明かり",

  "examples.subjects":
    "被写体, subject, タイトル, 題名, title, 名前, 名称, name, トピック, テーマ, topic, 商品, 製品, product, 見出し, headline, 要約, 概要, summary, 説明, description, テキスト, 本文, text",
  "examples.styles":
    "スタイル, 画風, style, 雰囲気, mood, トーン, tone, theme, 季節, season, 色, color, colour, パレット, palette",
};
