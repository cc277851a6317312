import type { gallery as en } from "../en/gallery.js";
import type { Message } from "../createTranslate.js";

export const gallery: Record<keyof typeof en, Message> = {
  "gallery.label": "此批次的图片",
  "gallery.item": "图片 {number}",
  "gallery.empty": "尚未运行。",
  "gallery.progress": "{done}/{total} 张",
  "gallery.done": "已完成 {count} 张",
  "gallery.failedCount": "失败 {count} 张",
  "gallery.doneAndFailed": "{done} · {failed}",
  "gallery.left": "未开始 {count} 张：{reason}",
  "gallery.endedAndLeft": "{ended} · {left}",
  "gallery.waiting": "等待中",
  "gallery.running": "正在生成…",
  "gallery.failed": "失败",
  "gallery.aborted": "已停止等待",
  "gallery.undone": "未开始",
  "gallery.retry": "重试图片 {number}",
  "gallery.atLeast": "至少 {amount}",
};
