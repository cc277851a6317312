import type { Provider, Refusal } from "./Provider.js";
import type { ProviderAnswer } from "./readAnswer.js";
import { someMember } from "./someMember.js";
import { THREE_SIZES, pixelsUnknown } from "./sizes.js";

const BLOCKED =
  /moderat|content_?(?:policy|filter|safety|block)|responsible_?ai|prohibited_?content|nsfw|sensitive_?content|(?:image|prompt|output|input)_?safety|^safety$|safety_?(?:violation|block|system|filter|error)/i;
const NO_CREDITS =
  /insufficient_?(?:quota|credits?|funds?|balance)|(?:credits?|balance|funds)_?(?:exhausted|insufficient|limit)|billing_?(?:hard_limit|not_active|error)|payment_?required|overdue|arrears/i;
const BAD_KEY =
  /invalid_?(?:api_?)?(?:key|token|credentials?)|api_?key_?(?:invalid|missing|expired)|authentication_?(?:error|failed)?$|unauthori[sz]ed|unauthenticated|permission_?denied|access_?denied/i;
const LIMITED = /rate_?limit|throttl|too_?many_?requests|resource_?exhausted|requests_?per/i;

const SAYS_BLOCKED =
  /(?:rejected|blocked|flagged|refused|filtered|stopped) (?:by|as a result of|because of|due to|for violating) (?:the |our |its )?(?:automated )?(?:content|safety|moderation|usage)\b|content[ -]policy violation|violat\w+ (?:the |our )?(?:content|usage|safety) (?:polic|guideline)/i;
const SAYS_NO_CREDITS =
  /(?:insufficient|not enough|exhausted|no remaining|run out of|used up|does(?:n't| not) have any) (?:\w+ )?(?:credits?|balance|funds)|(?:credits?|balance) (?:\w+ )?(?:is |are |has been |have been )?(?:exhausted|depleted|used up|insufficient|too low)/i;

/** Provider that nobody wrote a file for: asked carefully, and read by the words that most have in common. */
export const generic: Provider = {
  name: "Any other",
  packageName: "",
  matches: () => true,
  delivers: "bytes",
  polls: false,
  shapes: () => pixelsUnknown(THREE_SIZES),
  refusal: readRefusal,
  isBlocked: (value) =>
    isFlagged(value) ||
    someMember(
      value,
      (key, member) =>
        typeof member === "string" &&
        member.length <= 80 &&
        ((/^(?:block_?reason|rai_?filtered_?reason)$/i.test(key) && !/^$|unspecified/i.test(member)) ||
          (/^finish_?reason$/i.test(key) &&
            /safety|prohibited|blocklist|spii|filter|moderat/i.test(member)) ||
          (/^(?:code|error_?code)$/i.test(key) && BLOCKED.test(member))),
    ),
};

/** Checks whether metadata flags an image as not safe for work: some providers report such an image as a success. */
export function isFlagged(metadata: unknown): boolean {
  const name = /^(?:has_?)?nsfw(?:_?(?:content|concepts?|flagged|detected))*$/i;
  return someMember(
    metadata,
    (key, member) => name.test(key) && (member === true || (Array.isArray(member) && member.includes(true))),
  );
}

/** Names a refusal by the codes and sentences that many providers share, else by its status. */
export function readRefusal(answer: ProviderAnswer): Refusal | undefined {
  const { status, hasCode, says } = answer;
  if (status < 400 || status >= 500) return undefined;
  if (hasCode(BLOCKED) || says(SAYS_BLOCKED)) return "content_blocked";
  if (status === 402 || hasCode(NO_CREDITS) || (status !== 404 && says(SAYS_NO_CREDITS)))
    return "credits_exhausted";
  if (status === 429) return "rate_limited";
  if (status === 401 || status === 403 || status === 404 || hasCode(BAD_KEY)) return "provider_misconfigured";
  return hasCode(LIMITED) ? "rate_limited" : undefined;
}
