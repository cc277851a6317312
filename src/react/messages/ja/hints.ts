import type { hints as en } from "../en/hints.js";
import type { Message } from "../createTranslate.js";

export const hints: Record<keyof typeof en, Message> = {
  "hints.label": "ヒント",
  "hint.dismiss": "このヒントを閉じる",
  "hint.style_in_prompt":
    "プロンプトにスタイルの指定（「{found}」）があります。代わりに「スタイル」で「{style}」を選ぶと、毎回同じように適用されます。",
  "hint.style_in_prompt.apply": "「{style}」を使う",
  "hint.style_twice":
    "プロンプトに「{found}」とありますが、「スタイル」で「{style}」を選択済みです。プロンプトからは削除できます。",
  "hint.very_short": "詳しく書くほど、良い画像になります。被写体、周囲、光、構図などを加えてください。",
  "hint.pixels_in_prompt":
    "プロンプトに「{found}」と書いても、モデルは読み取りません。サイズは「アスペクト比」と「画像モデル」で決まります。",
  "hintWords.photorealistic":
    "フォトリアリスティック, フォトリアル, 写真のように, 写真のような, 写実的, photorealistic, photo-realistic, photorealism",
  "hintWords.digital_art": "デジタルアート, デジタルイラスト, デジタル絵画, digital art",
  "hintWords.oil_painting": "油絵, 油彩画, 油彩, oil painting, oil on canvas",
  "hintWords.watercolor": "水彩画, 水彩, watercolor, watercolour, water color",
  "hintWords.sketch": "鉛筆スケッチ, 鉛筆デッサン, 鉛筆画, 線画, pencil sketch, pencil drawing, line art",
  "hintWords.anime":
    "アニメ風, アニメ調, アニメスタイル, アニメ塗り, アニメ絵, マンガ風, 漫画風, anime, manga",
  "hintWords.3d_render": "3Dレンダリング, 3Dレンダー, 3DCG風, CG風, 3DCG, 3d render, 3d rendering, cgi",
  "hintWords.minimalist": "ミニマリスト, ミニマリズム, ミニマル, minimalist, minimalistic",
  "hintWords.cinematic": "シネマティック, シネマチック, 映画のような, 映画風, cinematic",
  "hintWords.pixels": "px, pixel, pixels, ピクセル, 画素, dpi",
};
