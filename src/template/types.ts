/** Severity of a diagnostic. `pending` marks a token that is still being typed. */
export type Severity = "error" | "warning" | "pending";

/** Kind of problem that a diagnostic reports. */
export type DiagnosticCode =
  | "unknown_variable"
  | "late_variable"
  | "missing_variable"
  | "object_in_text"
  | "empty_value"
  | "unclosed_braces"
  | "empty_braces"
  | "unsupported_expression"
  | "too_long"
  | "more_problems";

/** Range of a text in UTF-16 code units; `end` is exclusive. */
export interface TextRange {
  /** First code unit, from 0. */
  start: number;
  /** Code unit after the last. */
  end: number;
}

/** Problem at a place in a template. `code` and `params` let a host describe it in any language. */
export interface Diagnostic {
  /** Kind of problem. */
  code: DiagnosticCode;
  /** Whether it forbids a run ("error"), should be looked at ("warning") or will be known later ("pending"). */
  severity: Severity;
  /** Place in the text. */
  range: TextRange;
  /** English words; hosts translate by `code` and `params`. */
  message: string;
  /** Values that the message names, for messages in other words. */
  params?: Record<string, unknown> | undefined;
  /** Path that the problem is about. */
  path?: string | undefined;
  /** Path that was probably meant. */
  suggestion?: string | undefined;
}

/** Reference in a template: one `{{ path }}`. */
export interface TemplateReference {
  /** Path in its canonical spelling. */
  path: string;
  /** Names and array positions of the path. */
  segments: readonly (string | number)[];
  /** Whether any part may be absent (`?.`). */
  optional: boolean;
  /** Text after `??`, where there is one. */
  fallback?: string | undefined;
  /** Place of the whole token, braces included. */
  range: TextRange;
}

/** Plain text between tokens; `text` is what it stands for (`\{{` is `{{`). */
export interface TextPart {
  /** Always "text". */
  type: "text";
  /** Text as it is sent. */
  text: string;
  /** Place in the template. */
  range: TextRange;
}

/** Token that parsed as a path. */
export interface ReferencePart {
  /** Always "reference". */
  type: "reference";
  /** Reference that the token makes. */
  reference: TemplateReference;
  /** Place in the template, braces included. */
  range: TextRange;
}

/** Subset of JSON Schema that the variable index reads; unknown keywords are ignored. */
export interface JSONSchema {
  /** JSON type or types. */
  type?: string | readonly string[] | undefined;
  /** Short name. */
  title?: string | undefined;
  /** Description of the value. */
  description?: string | undefined;
  /** Members of an object. */
  properties?: Record<string, JSONSchema | boolean> | undefined;
  /** Elements of an array. */
  items?: JSONSchema | boolean | readonly (JSONSchema | boolean)[] | undefined;
  /** First elements of an array, one by one. */
  prefixItems?: readonly (JSONSchema | boolean)[] | undefined;
  /** Values that are allowed. */
  enum?: readonly unknown[] | undefined;
  /** Only value that is allowed. */
  const?: unknown;
  /** Value that stands in for a missing one. */
  default?: unknown;
  /** Values that could occur. */
  examples?: readonly unknown[] | undefined;
  /** Format of a string, such as "date-time". */
  format?: string | undefined;
  /** JSON pointer to another schema of the same document. */
  $ref?: string | undefined;
  /** Schemas that `$ref` can name. */
  $defs?: Record<string, JSONSchema | boolean> | undefined;
  /** Schemas of which at least one holds. */
  anyOf?: readonly (JSONSchema | boolean)[] | undefined;
  /** Schemas of which exactly one holds. */
  oneOf?: readonly (JSONSchema | boolean)[] | undefined;
  /** Schemas that all hold. */
  allOf?: readonly (JSONSchema | boolean)[] | undefined;
  /** Other keywords; they are not read. */
  [keyword: string]: unknown;
}

/** Outputs of one upstream node, from its schema, from a sample, or both. */
export interface VariableSource {
  /** First segment of its variables' paths. */
  slug: string;
  /** Name of the node, for people. */
  label: string;
  /** Id of the node, where it is neither its slug nor its label: for languages that write it. */
  nodeId?: string | undefined;
  /** Kind of node, such as "trigger" or "agent". */
  kind?: string | undefined;
  /** JSON Schema of the value at the slug. */
  schema?: JSONSchema | undefined;
  /** Data below the slug, such as `{ output: { … } }`. Also gives resolved previews. */
  sample?: unknown;
  /** Steps upstream of this node; nearer ones rank first. Negative or infinite: not before this node. */
  distance?: number | undefined;
  /** Whether its values are masked in previews and never sent wholesale. */
  sensitive?: boolean | undefined;
}

/** Type of a variable. `file` is an object in the workflow's standard file format. */
export type VariableType = "string" | "number" | "boolean" | "object" | "array" | "null" | "file" | "unknown";

/** Variable that a template can name. */
export interface Variable {
  /** Path as it is written between braces. */
  path: string;
  /** Names and array positions of the path. */
  segments: readonly (string | number)[];
  /** Name that people see. */
  label: string;
  /** Type of the value, as far as it is known. */
  type: VariableType;
  /** Node that the variable comes from. */
  source: VariableSource;
  /** Description, from the schema. */
  description?: string | undefined;
  /** Value from an earlier run. */
  sample?: unknown;
  /** Whether it has children. */
  branch: boolean;
  /** Whether it may have members that nothing describes; a path below it is not called unknown. */
  open?: boolean | undefined;
}

/** Searchable variables of a node. */
export interface VariableIndex {
  /** Number of variables. */
  readonly size: number;
  /** Whether some were left out because there were too many: a search does not find them. */
  readonly truncated: boolean;
  /** Prepares a part of what a search needs, for idle moments; says whether some is left. */
  prepare?(): boolean;
  /** Whether some of the node that a path begins with are not known, because it has too many. */
  truncatedAt?(path: string): boolean;
  /** Checks whether a path is known. */
  has(path: string): boolean;
  /** Gets the variable at a path. */
  get(path: string): Variable | undefined;
  /** Lists the children of a path; without one, the top-level nodes. */
  children(path?: string): readonly Variable[];
  /** Finds variables by words of their path, label and source, best first. */
  search(
    query: string,
    options?: { limit?: number | undefined; type?: VariableType | undefined },
  ): { items: readonly Variable[]; total: number };
}
