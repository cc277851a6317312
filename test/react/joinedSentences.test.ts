import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { wordReason } from "../../src/react/config-form/wordReason.js";
import { createTranslate, en, joinSentences, joinTitle } from "../../src/react/messages/index.js";
import type { MessageOverrides } from "../../src/react/messages/index.js";
import { errorWords, sayError } from "../../src/react/preview/errors/errorWords.js";

const chinese: MessageOverrides = {
  locale: "zh-CN",
  words: {
    "error.network.title": "没有连接",
    "error.network.text": "请重试。",
    "charge.no": "未收费。",
    "configForm.refused": "{title}。{text}",
    "promptEditor.unknown_variable": "“{path}”不是变量。",
    "error.missing_variable.text": "请更正。",
    "error.forbidden.origin_refused.title": "此页面未获许可",
    "error.forbidden.origin_refused.text": "请联系管理员。",
  },
};

/** A run that ended so, as the live region says it. */
function say(messages: MessageOverrides | undefined, error: ConstructorParameters<typeof ImageNodeError>[0]) {
  const t = createTranslate(en, messages);
  const words = errorWords(t, { status: "failed", error: new ImageNodeError(error) } as never, null);
  return words && sayError(t, words);
}

describe("sentences that are put together", () => {
  it("have a space between them, but none after a full-width sign", () => {
    expect(joinSentences("One.", "Two!", "Three.")).toBe("One. Two! Three.");
    expect(joinSentences("一。", "二！", "三。")).toBe("一。二！三。");
    expect(joinSentences("One.")).toBe("One.");
    expect(joinSentences("「一。」", "二")).toBe("「一。」二");
  });

  it.each(["One.", "One?", "一。", "一！", "؟هل", "هل؟", "एक।", "អ៊ំ។"])("leave %s its own end", (title) => {
    const isSentence = title !== "؟هل";
    const line = joinTitle(createTranslate(en), title, "Two.");
    expect(line.replace(/\s/, "")).toBe(isSentence ? `${title}Two.` : `${title}.Two.`);
  });

  it("of an error are joined as its language joins them", () => {
    const error = { kind: "network", charged: false } as const;
    expect(say(undefined, error)).toMatch(/^No connection\. .*\. You were not charged for an image\.$/);
    expect(say(chinese, error)).toBe("没有连接。请重试。未收费。");
  });

  it("of a refused catalog are joined as its language joins them", () => {
    const refusal = { kind: "forbidden", reason: "origin_refused" };
    expect(wordReason(createTranslate(en), refusal)).toMatch(/^The back end .* page\. The administrator/);
    expect(wordReason(createTranslate(en, chinese), refusal)).toBe("此页面未获许可。请联系管理员。");
  });

  it("do not end twice where a title is a sentence", () => {
    const errors = [{ pointer: "#/config/prompt/template", code: "unknown_variable", variable: "a.b" }];
    const error = { kind: "missing_variable", charged: false, errors } as const;
    expect(say(undefined, error)).toMatch(/^“a\.b” is not a variable\. Nothing/);
    expect(say(chinese, error)).toBe("“a.b”不是变量。请更正。未收费。");
  });
});
