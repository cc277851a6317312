import type { GenerationStore, ImageNodeClient } from "../../client/index.js";
import { isCatalog, readPinnedImage } from "../../contract/index.js";
import type { Catalog, GenerationContext, PinnedImage } from "../../contract/index.js";
import { describeProp, warnAboutProp } from "../internal/describeProp.js";
import { isLocale } from "../messages/index.js";
import type { MessageOverrides } from "../messages/index.js";
import type { GenerationStorage } from "./ScopeContext.js";

/** Checks a client that a host made. Throws a `TypeError` for what can't reach a back end. */
export function readClient(component: string, value: unknown): ImageNodeClient | null {
  if (value === null || value === undefined) return null;
  if (hasMethods(value, ["catalog", "generate"])) return value as ImageNodeClient;
  throw new TypeError(
    describeProp({
      component,
      prop: "client",
      value,
      expected: "a client with methods such as catalog and generate",
      instead: "Make it with createClient({ baseUrl }), or give a baseUrl instead.",
    }),
  );
}

/** Reads the address of a back end. Throws a `TypeError` for what is none. */
export function readBaseUrl(component: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof URL) return value.href;
  const expected = 'an address such as "/api/image-node"';
  throw new TypeError(
    describeProp({
      component,
      prop: "baseUrl",
      value,
      expected,
      instead: "Nothing can be sent without one.",
    }),
  );
}

/** Reads the catalog of a host. One that breaks the contract counts as none: the back end is asked. */
export function readCatalog(component: string, value: unknown): Catalog | undefined {
  if (value === null || value === undefined) return undefined;
  if (isCatalog(value)) return value;
  // The words are rarely needed.
  void import("./warnAboutCatalog.js").then((module) => module.warnAboutCatalog(component, value));
  return undefined;
}

/** Reads the words of a host; without readable ones the built-in English stays. */
export function readMessages(component: string, value: unknown): MessageOverrides | undefined {
  if (value === null || value === undefined) return undefined;
  const { words } = Object(value) as Partial<MessageOverrides>;
  if (typeof words === "object" && (words as unknown) !== null) {
    warnAboutLocale(component, (value as MessageOverrides).locale);
    return value as MessageOverrides;
  }
  warnAboutProp({
    component,
    prop: "messages",
    value,
    expected: 'an object with words and a locale: { locale: "en", words: { "preview.download": "Save" } }',
    instead: "It goes on in English.",
  });
  return undefined;
}

function warnAboutLocale(component: string, value: unknown): void {
  const prop = "messages.locale";
  if (value === undefined || isLocale(value)) return;
  warnAboutProp({
    component,
    prop,
    value,
    expected: 'a language tag such as "de-AT"',
    instead: "It goes on with en.",
  });
}

/** Reads a storage of the host; what is none keeps nothing. */
export function readStorage(component: string, value: unknown): GenerationStorage | undefined {
  const methods = ["getItem", "setItem", "removeItem"] as const;
  const expected = "a storage such as localStorage, with getItem, setItem and removeItem";
  const instead = "A reload forgets the run.";
  return readObject(component, "storage", value, methods, { expected, instead }) as
    GenerationStorage | undefined;
}

/** Reads a run that the host keeps; what is none counts as none. */
export function readGeneration(component: string, value: unknown): GenerationStore | undefined {
  const methods = ["getSnapshot", "subscribe", "start"] as const;
  const expected = "a store that createGeneration made";
  const instead = "The scope makes a run of its own.";
  return readObject(component, "generation", value, methods, { expected, instead }) as
    GenerationStore | undefined;
}

/** Reads the context of a node; what is no object counts as none. */
export function readContext(component: string, value: unknown): GenerationContext | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "object" && !Array.isArray(value)) return value as GenerationContext;
  const expected = 'an object: { credentialId: "cred_7" }';
  warnAboutProp({ component, prop: "context", value, expected, instead: "Runs send none of it." });
  return undefined;
}

/** Reads a pinned image that a host saved; one without a readable image counts as none. */
export function readPinned(component: string, value: unknown): PinnedImage | undefined {
  if (value === null || value === undefined) return undefined;
  const pinned = readPinnedImage(value);
  const expected = "what onPinnedChange gave, with a generation";
  if (!pinned)
    warnAboutProp({ component, prop: "pinned", value, expected, instead: "Nothing counts as pinned." });
  return pinned;
}

/** Reads a function of the host; what is none counts as none. */
export function readFunction<F>(component: string, prop: string, value: F | undefined): F | undefined {
  if (value === null || value === undefined || typeof value === "function") return value ?? undefined;
  warnAboutProp({ component, prop, value, expected: "a function", instead: "It goes on without." });
  return undefined;
}

function readObject(
  component: string,
  prop: string,
  value: unknown,
  methods: readonly string[],
  words: { expected: string; instead: string },
): unknown {
  if (value === null || value === undefined) return undefined;
  if (hasMethods(value, methods)) return value;
  warnAboutProp({ component, prop, value, ...words });
  return undefined;
}

function hasMethods(value: unknown, names: readonly string[]): boolean {
  const object = Object(value) as Record<string, unknown>;
  return names.every((name) => typeof object[name] === "function");
}
