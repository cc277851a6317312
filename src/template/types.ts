/** How bad a diagnostic is. `pending` marks a token that is still being typed. */
export type Severity = "error" | "warning" | "pending";

/** What a diagnostic is about. */
export type DiagnosticCode =
  | "unknown_variable"
  | "late_variable"
  | "missing_variable"
  | "object_in_text"
  | "empty_value"
  | "unclosed_braces"
  | "empty_braces"
  | "unsupported_expression"
  | "too_long";

/** A stretch of a text in UTF-16 code units; `end` is exclusive. */
export interface TextRange {
  /** The first code unit, from 0. */
  start: number;
  /** The code unit after the last. */
  end: number;
}

/** Something to say about a place in a template. `code` and `params` let a host say it in any language. */
export interface Diagnostic {
  /** What is wrong. */
  code: DiagnosticCode;
  /** Whether it forbids a run ("error"), should be looked at ("warning") or will be known later ("pending"). */
  severity: Severity;
  /** Where in the text. */
  range: TextRange;
  /** English words; hosts translate by `code` and `params`. */
  message: string;
  /** What the message names, for messages in other words. */
  params?: Record<string, unknown> | undefined;
  /** The path that it is about. */
  path?: string | undefined;
  /** A path that was probably meant. */
  suggestion?: string | undefined;
}

/** One `{{ path }}` of a template. */
export interface TemplateReference {
  /** The path in its canonical spelling. */
  path: string;
  /** The path's names and array positions. */
  segments: readonly (string | number)[];
  /** Whether any part may be absent (`?.`). */
  optional: boolean;
  /** The text after `??`, where there is one. */
  fallback?: string | undefined;
  /** The whole token, braces included. */
  range: TextRange;
}

/** Plain text between tokens; `text` is what it stands for (`\{{` is `{{`). */
export interface TextPart {
  /** Always "text". */
  type: "text";
  /** The text as it is sent. */
  text: string;
  /** Where in the template. */
  range: TextRange;
}

/** A token that parsed as a path. */
export interface ReferencePart {
  /** Always "reference". */
  type: "reference";
  /** What it refers to. */
  reference: TemplateReference;
  /** Where in the template, braces included. */
  range: TextRange;
}

/** The subset of JSON Schema that the variable index reads; unknown keywords are ignored. */
export interface JSONSchema {
  /** The JSON type or types. */
  type?: string | readonly string[] | undefined;
  /** A short name. */
  title?: string | undefined;
  /** What the value is. */
  description?: string | undefined;
  /** The members of an object. */
  properties?: Record<string, JSONSchema | boolean> | undefined;
  /** The elements of an array. */
  items?: JSONSchema | boolean | readonly (JSONSchema | boolean)[] | undefined;
  /** The first elements of an array, one by one. */
  prefixItems?: readonly (JSONSchema | boolean)[] | undefined;
  /** The values that are allowed. */
  enum?: readonly unknown[] | undefined;
  /** The only value that is allowed. */
  const?: unknown;
  /** The value that stands in for a missing one. */
  default?: unknown;
  /** Values that could occur. */
  examples?: readonly unknown[] | undefined;
  /** What a string holds, such as "date-time". */
  format?: string | undefined;
  /** Another schema of the same document, by JSON pointer. */
  $ref?: string | undefined;
  /** Schemas that `$ref` can name. */
  $defs?: Record<string, JSONSchema | boolean> | undefined;
  /** Schemas of which at least one holds. */
  anyOf?: readonly (JSONSchema | boolean)[] | undefined;
  /** Schemas of which exactly one holds. */
  oneOf?: readonly (JSONSchema | boolean)[] | undefined;
  /** Schemas that all hold. */
  allOf?: readonly (JSONSchema | boolean)[] | undefined;
  /** Any other keyword; it is not read. */
  [keyword: string]: unknown;
}

/** The outputs of one upstream node, from its schema, from a sample, or both. */
export interface VariableSource {
  /** The first segment of its variables' paths. */
  slug: string;
  /** The node's name, for people. */
  label: string;
  /** The kind of node, such as "trigger" or "agent". */
  kind?: string | undefined;
  /** What the values look like: a JSON Schema of the value at the slug. */
  schema?: JSONSchema | undefined;
  /** The data below the slug, such as `{ output: { … } }`. Also gives resolved previews. */
  sample?: unknown;
  /** Steps upstream of this node; nearer ones rank first. Negative or infinite: not before this node. */
  distance?: number | undefined;
  /** Its values are masked in previews and never sent wholesale. */
  sensitive?: boolean | undefined;
}

/** The type of a variable. `file` is an object in the workflow's standard file format. */
export type VariableType = "string" | "number" | "boolean" | "object" | "array" | "null" | "file" | "unknown";

/** One thing that a template can name. */
export interface Variable {
  /** The path as it is written between braces. */
  path: string;
  /** The path's names and array positions. */
  segments: readonly (string | number)[];
  /** The name that people see. */
  label: string;
  /** The value's type, as far as it is known. */
  type: VariableType;
  /** Where it comes from. */
  source: VariableSource;
  /** What it is, from the schema. */
  description?: string | undefined;
  /** A value from an earlier run. */
  sample?: unknown;
  /** Whether it has children. */
  branch: boolean;
  /** Whether it may have members that nothing describes; a path below it is not called unknown. */
  open?: boolean | undefined;
}

/** The variables of a node, searchable. */
export interface VariableIndex {
  /** How many variables there are. */
  readonly size: number;
  /** Whether some were left out because there were too many. */
  readonly truncated: boolean;
  /** Whether a path is known. */
  has(path: string): boolean;
  /** The variable at a path. */
  get(path: string): Variable | undefined;
  /** The children of a path; without one, the top-level nodes. */
  children(path?: string): readonly Variable[];
  /** Finds variables by words of their path, label and source, best first. */
  search(
    query: string,
    options?: { limit?: number | undefined; type?: VariableType | undefined },
  ): { items: readonly Variable[]; total: number };
}
