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
  start: number;
  end: number;
}

/** Something to say about a place in a template. `code` and `params` let a host say it in any language. */
export interface Diagnostic {
  code: DiagnosticCode;
  severity: Severity;
  range: TextRange;
  /** English words; hosts translate by `code` and `params`. */
  message: string;
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
  type: "text";
  text: string;
  range: TextRange;
}

/** A token that parsed as a path. */
export interface ReferencePart {
  type: "reference";
  reference: TemplateReference;
  range: TextRange;
}

/** The subset of JSON Schema that the variable index reads; unknown keywords are ignored. */
export interface JSONSchema {
  type?: string | readonly string[] | undefined;
  title?: string | undefined;
  description?: string | undefined;
  properties?: Record<string, JSONSchema | boolean> | undefined;
  items?: JSONSchema | boolean | readonly (JSONSchema | boolean)[] | undefined;
  prefixItems?: readonly (JSONSchema | boolean)[] | undefined;
  enum?: readonly unknown[] | undefined;
  const?: unknown;
  default?: unknown;
  examples?: readonly unknown[] | undefined;
  format?: string | undefined;
  $ref?: string | undefined;
  $defs?: Record<string, JSONSchema | boolean> | undefined;
  anyOf?: readonly (JSONSchema | boolean)[] | undefined;
  oneOf?: readonly (JSONSchema | boolean)[] | undefined;
  allOf?: readonly (JSONSchema | boolean)[] | undefined;
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
  path: string;
  segments: readonly (string | number)[];
  label: string;
  type: VariableType;
  source: VariableSource;
  description?: string | undefined;
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
  has(path: string): boolean;
  get(path: string): Variable | undefined;
  /** The children of a path; without one, the top-level nodes. */
  children(path?: string): readonly Variable[];
  search(
    query: string,
    options?: { limit?: number | undefined; type?: VariableType | undefined },
  ): { items: readonly Variable[]; total: number };
}
