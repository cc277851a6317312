import type { Diagnostic, TextRange, VariableSource } from "./types.js";

/** Names and array positions of a path, from the node's slug on. */
export type TemplatePath = readonly (string | number)[];

/** Mistake inside a token that is closed. */
export type TokenFault = "empty_braces" | "unsupported_expression";

/** Token of a text: a variable, or an expression that only its own engine can read. */
export interface TemplateToken extends TextRange {
  /** Path that it names; `null` for anything else, which is marked, sent on as it stands and not judged. */
  path: TemplatePath | null;
  /** Whether its end was found. A token without one is a mistake (`unclosed_braces`). */
  closed: boolean;
  /** Mistake that the language finds in it. None by default. */
  fault?: TokenFault | undefined;
  /** Whether a run goes on without the value, as with a default: what is missing is then a warning. @default false */
  optional?: boolean | undefined;
  /** Text that stands in for a missing value. */
  fallback?: string | undefined;
}

/** Bounds and place of a text whose values are filled in. */
export interface ResolveOptions {
  /** Most UTF-16 units of the result; a longer one may end there with the error `too_long`. */
  maxLength?: number | undefined;
  /** Text of the configuration that is resolved. */
  field?: "template" | "instructions" | undefined;
}

/** Text with its values filled in by a {@link TemplateLanguage}. */
export interface ResolvedText {
  /** Text; used only where no diagnostic is an error. */
  text: string;
  /** Problems; one of the severity "error" ends a run before anything is sent. */
  diagnostics: readonly Diagnostic[];
  /** Position of each value in `text`, in UTF-16 units, to mark it. None by default. */
  spans?: readonly { start: number; end: number; path: string }[] | undefined;
}

/** Part of a language that reads texts; all that a page needs that edits none. */
export type LanguageReader = Pick<TemplateLanguage, "scan" | "escape" | "resolve">;

/**
 * Way in which a text names variables. One object serves the editor, the preview, the checks, the renaming of nodes and
 * the run. Functions of it are pure and quick: `scan` and `query` run at every key. One that throws, or returns something
 * else than its type says, is reported in development; the text stays as it is.
 *
 * @example
 * const language: TemplateLanguage = {
 *   name: "percent signs",
 *   triggers: ["%"],
 *   scan: (text) =>
 *     Array.from(text.matchAll(/%([\w.]+)%/g), ({ index, 0: token, 1: path = "" }) => ({
 *       start: index,
 *       end: index + token.length,
 *       path: path.split("."),
 *       closed: true,
 *     })),
 *   format: (path) => `%${path.join(".")}%`,
 *   parse: (token) => /^%([\w.]+)%$/.exec(token)?.[1]?.split(".") ?? null,
 * };
 */
export interface TemplateLanguage {
  /** Name for warnings, such as "Acme expressions". "without a name" by default. */
  name?: string | undefined;
  /** Texts that open the list when they are typed. The nearest one before the caret counts; the first is what a button inserts. */
  triggers: readonly string[];
  /**
   * Finds the tokens of a text, in order and without overlap. Gets one line for the marks, else the whole text: a token
   * never spans lines. Must be linear in the text's length.
   */
  scan(text: string): readonly TemplateToken[];
  /**
   * Writes a token. `source` is the node that the path starts at: a language may need its `nodeId` or `label`; `undefined`
   * where no node has the slug.
   */
  format(path: TemplatePath, source: VariableSource | undefined): string;
  /** Reads a token that `format` wrote, back into the same path; `null` where it is none. */
  parse(token: string): TemplatePath | null;
  /**
   * Says what to search for while a token is typed; `null` closes the list. A result in the spelling of
   * `formatPath` lets the list follow the path level by level. By default all of `typed`, up to the first blank where the
   * trigger is a single character.
   *
   * @param typed text between the trigger and the caret, at most 400 UTF-16 units
   * @param before text of the line before the trigger, at most 400 UTF-16 units
   * @param trigger which of the triggers it is
   */
  query?: ((typed: string, before: string, trigger: string) => string | null) | undefined;
  /**
   * Fills values in, for the preview and for a run, which then sends the result as `input.resolved`. Left out, the back
   * end resolves, and the preview says so. Values are never to be read as templates again.
   *
   * @param variables outputs of earlier nodes by slug; `null` where the back end loads them
   * @throws what ends the run before anything is sent
   */
  resolve?:
    | ((
        text: string,
        variables: Readonly<Record<string, unknown>> | null,
        options?: ResolveOptions,
      ) => ResolvedText | Promise<ResolvedText>)
    | undefined;
  /** Writes a text so that it stands for itself. By default it is taken as it is. */
  escape?: ((text: string) => string) | undefined;
  /**
   * Puts another path into a token and keeps what else it says, such as a default. The token may be unfinished. By default
   * the whole token is `format`.
   */
  replace?: ((token: string, path: TemplatePath, source: VariableSource | undefined) => string) | undefined;
  /**
   * Rewrites a token, an expression as well, after the node `from` was renamed to `to`. By default a token whose path
   * starts with `from` is written anew by `format`.
   */
  rename?: ((token: string, from: string, to: string) => string) | undefined;
  /**
   * Names a path for people, in lists, problems and announcements; never written into a text. By default it is shown in
   * the spelling of `formatPath`.
   */
  display?: ((path: TemplatePath, source: VariableSource | undefined) => string) | undefined;
}
