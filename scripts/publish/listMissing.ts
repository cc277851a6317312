/** What a package.json says of its owner. */
export interface Owned {
  readonly author?: unknown;
  readonly repository?: unknown;
  readonly homepage?: unknown;
  readonly bugs?: unknown;
}

/** Fields that belong to whoever publishes, with an example of each and its use. */
const FIELDS: readonly (readonly [
  name: keyof Owned,
  member: "name" | "url",
  example: string,
  use: string,
])[] = [
  ["author", "name", '"author": "<name> <<mail>>"', "npm names the author on the package's page"],
  [
    "repository",
    "url",
    '"repository": { "type": "git", "url": "git+https://<host>/<owner>/<name>.git" }',
    "npm links to it, and the README's links and pictures start there",
  ],
  ["homepage", "url", '"homepage": "https://<address>"', "npm links to it, such as to a deployed Storybook"],
  ["bugs", "url", '"bugs": { "url": "https://<address>" }', "people report faults there"],
];

/** Lists what package.json lacks for a release, each with what to write; empty where nothing is missing. */
export function listMissing(manifest: Owned): readonly string[] {
  return FIELDS.filter(([name, member]) => !isSet(manifest[name], member)).map(
    ([name, _member, example, use]) => `${name}: ${use}. Write ${example}.`,
  );
}

/** Whether a field has a text, by itself or as a member, which is no example with a gap. */
function isSet(field: unknown, member: "name" | "url"): boolean {
  const text: unknown = typeof field === "object" && field !== null ? Reflect.get(field, member) : field;
  if (typeof text !== "string" || text.trim() === "") return false;
  return !/<(?:name|host|owner|address|mail)>|\bexample\.(?:com|org|net)\b/.test(text);
}
