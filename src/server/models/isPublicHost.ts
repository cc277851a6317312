const LOCAL_NAME = /^(?:localhost|[^.]+)$|\.(?:localhost|local|internal|lan|home|arpa|test|invalid)$/;

/**
 * Whether a URL's hostname, as `URL` normalises it, may lie outside of the host's own network. Names are judged by their
 * spelling; where they lead to is another question.
 */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, "");
  if (name.startsWith("[")) return isPublicV6(name.slice(1, -1));
  if (/^\d+(?:\.\d+){3}$/.test(name)) return isPublicV4(name);
  return name !== "" && !LOCAL_NAME.test(name);
}

/** Whether an address, as a resolver tells it, may lie outside of the host's own network. */
export function isPublicAddress(address: string): boolean {
  return address.includes(":") ? isPublicV6(address) : isPublicV4(address);
}

function isPublicV4(address: string): boolean {
  const [a = 0, b = 0, c = 0] = address.split(".").map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b <= 127) return false;
  if (a === 172 && b >= 16 && b <= 31) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 169 && b === 254) && !(a === 203 && b === 0 && c === 113);
}

/** Only what is handed out as global; ways of writing an IPv4 address as IPv6 are none of it. */
function isPublicV6(address: string): boolean {
  const [first = "", second = ""] = address.split("%")[0]?.split(":") ?? [];
  const high = Number.parseInt(first || "0", 16);
  const low = Number.parseInt(second || "0", 16);
  if (high < 0x2000 || high > 0x3fff) return false;
  return high !== 0x2002 && !(high === 0x2001 && (low < 0x200 || low === 0xdb8));
}
