import type { pin as en } from "../en/pin.js";
import type { Message } from "../createTranslate.js";

export const pin: Record<keyof typeof en, Message> = {
  "pin.label": "固定",
  "pin.done": "已固定。测试运行将使用此图片，不产生费用。",
  "pin.undone": "已取消固定。测试运行将重新生成图片。",

  "pinned.other": "测试运行将使用固定的图片，不产生费用。",
  "pinned.deleted": "固定的图片已被删除，因此测试运行会失败。请生成新图片，或取消固定。",
  "pinned.settings": "固定的图片是用其他设置生成的。",
  "pinned.show": "查看",
  "pinned.back": "查看最新",
  "pinned.unpin": "取消固定",
  "warning.pinned_other_settings": "固定的图片是用其他设置生成的。",
};
