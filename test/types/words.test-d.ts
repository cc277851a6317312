import type { Message, MessageKey, MessageOverrides, en } from "image-generation-node";
import { ar } from "image-generation-node/messages/ar";
import { ptBR } from "image-generation-node/messages/pt-BR";
import { describe, expectTypeOf, it } from "vitest";

describe("words of a host", () => {
  it("have every key, by the type of keys", () => {
    expectTypeOf<MessageKey>().toEqualTypeOf<keyof typeof en>();
    expectTypeOf<{ "configForm.generate": string }>().not.toExtend<Record<MessageKey, Message>>();
    expectTypeOf<{ locale: string; words: Record<MessageKey, Message> }>().toExtend<MessageOverrides>();
  });

  it("are of the type that each language has", () => {
    expectTypeOf(ar).toEqualTypeOf<MessageOverrides>();
    expectTypeOf(ptBR).toEqualTypeOf<MessageOverrides>();
  });
});
