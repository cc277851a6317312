import type { preview as en } from "../en/preview.js";
import type { Message } from "../createTranslate.js";

export const preview: Record<keyof typeof en, Message> = {
  "preview.label": "预览",
  "preview.empty": "图片将显示在这里。",
  "preview.notLoaded": "无法加载预览的其余部分。请检查网络连接。",

  "status.idle": "暂无图片",
  "status.running": "运行中",
  "status.selected": "历史图片",
  "status.late": "延迟送达",
  "status.pinned": "固定的图片",
  "status.waiting": "仍在运行",
  "status.succeeded": "已完成",
  "status.failed": "未生成图片",
  "status.cancelled": "已取消",

  "progress.starting": "正在启动…",
  "progress.prompt": "正在撰写提示词…",
  "progress.image": "正在生成图片…",
  "progress.store": "正在保存…",
};
