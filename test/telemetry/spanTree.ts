import type { ReadableSpan } from "@opentelemetry/sdk-trace";

/** Span, and the process that recorded it. */
export interface RecordedSpan {
  readonly process: string;
  readonly span: ReadableSpan;
}

/** Order of spans in the life of a generation: some begin within the same millisecond. */
const ORDER = ["dispatch", "generation", "queue", "chat", "generate_content", "POST", "convert", "store"];
/** Attributes that tell the reader most; the tables of the page have all of them. */
const SHOWN = [
  "http.response.status_code",
  "gen_ai.provider.name",
  "server.address",
  "image_node.outcome",
  "image_node.charged",
];
const KINDS = ["internal", "server", "client", "producer", "consumer"];

/** Prints the spans of one trace as a tree, as the documentation shows it. */
export function printTree(recorded: readonly RecordedSpan[]): string {
  const isRoot = ({ span }: RecordedSpan) =>
    !recorded.some((other) => other.span.spanContext().spanId === span.parentSpanContext?.spanId);
  const print = (entry: RecordedSpan, before: string, line: string): string[] => {
    const below = recorded
      .filter(({ span }) => span.parentSpanContext?.spanId === entry.span.spanContext().spanId)
      .sort((a, b) => placeOf(a) - placeOf(b));
    return [
      `${entry.process.padEnd(8)} ${line}${describe(entry.span)}`,
      ...below.flatMap((child, index) => {
        const isLast = index === below.length - 1;
        return print(child, before + (isLast ? "   " : "│  "), before + (isLast ? "└─ " : "├─ "));
      }),
    ];
  };
  return recorded
    .filter(isRoot)
    .flatMap((root) => print(root, "", ""))
    .join("\n");
}

const placeOf = ({ span }: RecordedSpan) => ORDER.indexOf(span.name.split(" ")[0] ?? "");

function describe({ name, kind, attributes }: ReadableSpan): string {
  const shown = SHOWN.flatMap((key) => (key in attributes ? [`${key}=${String(attributes[key])}`] : []));
  return [name, `(${KINDS[kind] ?? ""})`, ...shown].join(" ");
}
