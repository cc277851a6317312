import { parseAddress } from "./parseAddress.js";

/** Longest name of the DNS, with the dot at its end. */
const MAX_LENGTH = 254;

/** Names that lead inside by convention, as the last label. A name of one label is the resolver's affair. */
const LOCAL_ENDINGS: ReadonlySet<string> = new Set([
  ..."localhost local localdomain internal intranet private corp lan home arpa test invalid svc".split(" "),
]);
/** Metadata of a cloud under a public ending. */
const LOCAL_NAMES: ReadonlySet<string> = new Set(["metadata.goog"]);

/** IPv4 addresses that are not global, by the registry of IANA, and Azure's 168.63.129.16 for its own machines. */
const PRIVATE_V4 = [
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24",
  "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3",
].flatMap(toRanges);

/** Ranges that are handed out as global, and parts of them that are not, such as the ways of writing an IPv4 address as IPv6. */
const GLOBAL_V6 = toRanges("2000::/3");
const PRIVATE_V6 = toRanges("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

/**
 * Whether the hostname of a URL may lie outside of the host's own network, however it is spelled. Names are judged by
 * their spelling; where they lead to is another question.
 */
export function isPublicHost(hostname: string): boolean {
  if (hostname.length > MAX_LENGTH) return false;
  const name = normalise(hostname);
  if (name === null) return false;
  if (name.startsWith("[")) return isPublicAddress(name.slice(1, -1));
  if (parseAddress(name)) return isPublicAddress(name);
  const labels = name.split(".");
  const isName = labels.length > 1 && labels.every((label) => label !== "" && label.length <= 63);
  return isName && !LOCAL_ENDINGS.has(labels.at(-1) ?? "") && !LOCAL_NAMES.has(name);
}

/** Whether an address, as a resolver tells it, lies outside of the host's own network. What is no address does not. */
export function isPublicAddress(address: string): boolean {
  const bytes = parseAddress(address);
  if (!bytes) return false;
  if (bytes.length === 4) return !isIn(PRIVATE_V4, bytes);
  return isIn(GLOBAL_V6, bytes) && !isIn(PRIVATE_V6, bytes);
}

/** Spells a hostname as a request would: small letters, ASCII digits, four decimal numbers; no dot at the end. */
function normalise(hostname: string): string | null {
  const host = parseAddress(hostname)?.length === 16 ? `[${hostname}]` : hostname;
  // Whatever ends a hostname in a URL would hide the rest of it.
  if (/[\s/?#@\\]/.test(host) || (host.includes(":") && !host.startsWith("["))) return null;
  if (!URL.canParse(`https://${host}`)) return null;
  const { hostname: spelled } = new URL(`https://${host}`);
  const name = spelled.endsWith(".") ? spelled.slice(0, -1) : spelled;
  return name.length < MAX_LENGTH ? name : null;
}

interface Range {
  readonly bytes: readonly number[];
  readonly bits: number;
}

function toRanges(list: string): Range[] {
  return list.split(" ").map((range) => {
    const [address = "", bits] = range.split("/");
    return { bytes: parseAddress(address) ?? [], bits: Number(bits) };
  });
}

function isIn(ranges: readonly Range[], address: readonly number[]): boolean {
  return ranges.some(({ bytes, bits }) =>
    bytes.every((byte, index) => {
      const kept = Math.min(8, Math.max(0, bits - index * 8));
      return (byte ^ (address[index] ?? 0)) >> (8 - kept) === 0;
    }),
  );
}
