/** One request of an attacker. */
export interface Attack {
  /** Names it in the table that is printed. */
  readonly name: string;
  readonly method?: "GET" | "POST" | "DELETE";
  /** Behind the handler's base; the path of the catalog by default. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether its answer is left unread. */
  readonly isUnread?: boolean;
}

/** A body of `POST /generations`. */
function generation(
  template: string,
  variables: unknown,
  imageModel = "plain",
  mode = "manual",
  settings: object = {},
): string {
  const prompt = { mode, template, instructions: "" };
  const rest = { imageModel, promptModel: null, aspectRatio: "square", style: "watercolor", settings };
  return JSON.stringify({ config: { version: 1, prompt, ...rest }, variables, context: {} });
}

function others(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`zz${"y".repeat(50)}${index}`, "x"]),
  );
}

const post = (name: string, body: string, more: Partial<Attack> = {}): Attack => ({
  name,
  method: "POST",
  path: "/generations",
  body,
  ...more,
});
const ODD_SETTINGS = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`odd_${index}`, 1]));
const LONG_TOKENS = Array.from({ length: 200 }, (_, index) => `{{${"z".repeat(56)}${index}}}`).join(" ");

/**
 * The worst requests that are known; add a line for each new one. Node refuses headers over 16 kB by itself, so
 * addresses stay below that.
 */
export const ATTACKS: readonly Attack[] = [
  { name: "15,000 slashes", path: `${"/".repeat(15_000)}x` },
  { name: "15,000 slashes behind a route", path: `/catalog${"/".repeat(15_000)}` },
  { name: "15,000 dots", path: `/${".".repeat(15_000)}x` },
  { name: "7,000 parameters", path: `/catalog?${"a&".repeat(7_000)}` },
  post("200 unknown variables beside 1,000 names", generation(LONG_TOKENS, others(1_000))),
  post("one value 2,000 times", generation("{{a}}".repeat(2_000), { a: "x".repeat(250_000) })),
  post(
    "one value 2,000 times for a writer",
    generation("{{a}}".repeat(2_000), { a: "x".repeat(250_000) }, "plain", "prompt_ai"),
  ),
  post("10,000 Exif blocks", generation("A fox", {}, "exif")),
  { name: "a scope that is none", headers: { "X-Scope": "none" } },
  post("120,000 empty variables", generation("{{}}".repeat(100_000), {})),
  post("a stream of partial images, unread", generation("A fox", {}, "partials"), {
    headers: { Accept: "text/event-stream" },
    isUnread: true,
  }),
  { name: "another host", headers: { Host: "attacker.example" } },
  { name: "a host of 10,000 dots", headers: { Host: `${".".repeat(10_000)}x` } },
  post("2.5 million chunks of a PNG", generation("A fox", {}, "chunks")),
  post("a WebP of 100,000 frames", generation("A fox", {}, "frames")),
  { name: "an id that is a path", path: "/generations/.." },
  { name: "a signature of 10,000 letters", path: `/attachments/att_1?sig=${"a".repeat(10_000)}&exp=1&kid=1` },
  post("20,000 settings that no model has", generation("A fox", {}, "plain", "manual", ODD_SETTINGS)),
  post("a body of depth", `${"[".repeat(200_000)}${"]".repeat(200_000)}`),
];
