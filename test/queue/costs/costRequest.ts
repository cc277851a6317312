/** Sizes of a request's body: 0.3 kB, or 289 kB of variables. */
export type BodySize = "small" | "large";

/** The rest of the request makes it 289 kB. */
const LARGE_BYTES = 287_000;
const WORDS =
  `the of and to in a is that for on with as are be this was by it or from at which an has have not will can more
  their one its all been about may would when they new other some time into these two only after first also over such
  who between most made than people should being under work where system report market during part order customer team
  product region quarter growth price margin supply demand invoice payment contract delivery warehouse shipment forecast
  budget revenue campaign audience channel message subject summary article headline author editor review comment rating
  feature release version update change request issue status priority owner deadline meeting agenda decision risk budgeted
  mountain river valley harbour bridge station garden window lantern winter summer evening morning golden silver crimson
  shadow light colour texture pattern portrait landscape painter studio canvas brush detail background foreground horizon
  quiet narrow ancient modern wooden marble copper velvet gentle distant bright broken careful curious familiar formal
  although because however therefore meanwhile towards across beneath beyond without within against along behind nearly`.split(
    /\s+/,
  );

/** Body of `POST /generations`: a prompt that names variables, and what earlier nodes of a workflow have put out. */
export function costRequest(
  size: BodySize,
  { mode = "manual", model = null }: { mode?: "manual" | "prompt_ai"; model?: string | null } = {},
): string {
  const variables: Record<string, unknown> = { agent: { output: { subject: "a red fox", mood: "calm" } } };
  const random = createRandom();
  for (let node = 1, length = 0; size === "large" && length < LARGE_BYTES; node += 1) {
    const value = { output: articlesOf(random) };
    variables[`search_${node}`] = value;
    length += JSON.stringify(value).length + `"search_${node}":,`.length;
  }
  return JSON.stringify({
    config: {
      version: 1,
      prompt: {
        mode,
        template: "{{agent.output.subject}}, {{agent.output.mood}}",
        instructions: mode === "manual" ? "" : "In the snow",
      },
      imageModel: model,
      promptModel: null,
      aspectRatio: "square",
      style: "auto",
    },
    variables,
    context: { workflowRunId: "run_1", nodeId: "n4" },
  });
}

/** Output of a node that searched: ids, addresses, times, numbers and prose. */
function articlesOf(random: () => number): unknown {
  const hex = () => Math.floor(random() * 2 ** 32).toString(16);
  const prose = (words: number) => Array.from({ length: words }, () => wordOf(random)).join(" ");
  return Array.from({ length: 4 }, () => ({
    id: `${hex()}-${hex()}`,
    url: `https://example.com/${wordOf(random)}/${hex()}`,
    publishedAt: new Date(1_700_000_000_000 + Math.floor(random() * 1e10)).toISOString(),
    score: random(),
    title: prose(7),
    text: prose(120),
  }));
}

/** Few words are used often and many seldom, as in any text. */
function wordOf(random: () => number): string {
  return WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? "the";
}

/** Numbers from 0 to 1, the same each time. */
function createRandom(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
