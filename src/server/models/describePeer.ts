/** Says, for the middle of a sentence, why an optional peer could not be imported. */
export function describePeer(name: string, cause: unknown): string {
  const messages = listMessages(cause);
  const isMissing = messages.some((message) => MISSING.test(message) && isNamed(message, name));
  if (isMissing) return `the package \`${name}\` is not installed`;
  const [reason = "no reason is told"] = messages
    .flatMap((message) => message.split("\n", 1))
    .filter(Boolean);
  return `the package \`${name}\` is there but cannot be loaded (${reason.slice(0, MAX_LENGTH)})`;
}

/** Words by which Node, Bun, Deno, Cloudflare's runtime and bundlers say that there is no such package. */
const MISSING =
  /cannot find (?:package|module)|no such module|not a dependency|could not (?:find|resolve)|failed to resolve/i;
const MAX_LENGTH = 300;
const MAX_DEPTH = 5;

/** Another package that it needs may be the one that is missing. */
const isNamed = (message: string, name: string) =>
  message.includes(`'${name}'`) || message.includes(`"${name}"`);

function listMessages(error: unknown): string[] {
  const messages: string[] = [];
  for (let link = error; link instanceof Error && messages.length < MAX_DEPTH; link = link.cause) {
    messages.push(link.message);
  }
  return messages;
}
