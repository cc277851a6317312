import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "文本中的问题",
  "promptEditor.fix": "替换为“{suggestion}”",
  "promptEditor.unknown_variable_suggestion": "没有名为“{path}”的变量。是否应为“{suggestion}”？",
  "promptEditor.late_variable": "“{path}”来自在此之后运行的节点。",
  "promptEditor.missing_variable": "“{path}”在示例中没有值。",
  "promptEditor.object_in_text": "“{path}”是对象，将以 JSON 形式写入。",
  "promptEditor.empty_value": "“{path}”在示例中为空。",
  "promptEditor.unclosed_braces": "此变量缺少结束符号。",
  "promptEditor.empty_braces": "此变量没有名称。",
  "promptEditor.unsupported_expression": "变量只能写成路径，不能包含代码。",
  "promptEditor.too_long": "提示词有 {length} 个字符，此模型最多接受 {maxLength} 个。",
  "promptEditor.more_problems": "另有 {count} 个问题。",
};
