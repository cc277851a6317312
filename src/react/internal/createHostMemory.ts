/** Milliseconds for which an own value that was overtaken by a newer answer counts as late, not as new. */
const LATE_MS = 2000;
/** Number of unanswered values that are remembered. */
const MAX_UNANSWERED = 1000;

/**
 * Verdict on a value that the host holds: the `echo` of an own value, a `stale` one (an own value that arrives after a
 * newer one), or a change from `outside`.
 */
export type HostAnswer = "echo" | "stale" | "outside";

/** Memory of the values of one field that were handed to a host. */
export interface HostMemory {
  /** Remembers a value that goes to the host. */
  handOut(value: unknown): void;
  /** Judges a value that the host holds now. Own values up to it count as answered. */
  answer(value: unknown): HostAnswer;
  /** Whether a value still waits for its answer. */
  isWaiting(): boolean;
  /** Whether the host's last answer was stale and no newer one is on its way. */
  wentBack(): boolean;
  /** Forgets everything: whatever the host says next comes from outside. */
  forget(): void;
}

/** Creates the {@link HostMemory} of one field. */
export function createHostMemory(isSame: (left: unknown, right: unknown) => boolean): HostMemory {
  let waiting: unknown[] = [];
  let overtaken: { value: unknown; until: number }[] = [];
  let back = false;

  function answeredUpTo(index: number): "echo" {
    const until = performance.now() + LATE_MS;
    overtaken.push(...waiting.slice(0, index).map((value) => ({ value, until })));
    waiting = waiting.slice(index + 1);
    return "echo";
  }

  return {
    handOut(value) {
      back = false;
      waiting.push(value);
      if (waiting.length > MAX_UNANSWERED) waiting.shift();
    },
    answer(value) {
      const last = waiting.length - 1;
      back = false;
      if (last >= 0 && isSame(waiting[last], value)) return answeredUpTo(last);
      const index = waiting.findIndex((own) => isSame(own, value));
      if (index >= 0) return answeredUpTo(index);
      // A host that changes what it stores answers an older value in another form: newer letters are on their way.
      const form = waiting.slice(0, -1).findIndex((own) => isOtherForm(own, value));
      if (form >= 0) return answeredUpTo(form);
      overtaken = overtaken.filter(({ until }) => until > performance.now());
      if (!overtaken.some((late) => isSame(late.value, value))) return "outside";
      back = true;
      return "stale";
    },
    isWaiting: () => waiting.length > 0,
    wentBack: () => back && waiting.length === 0,
    forget() {
      waiting = [];
      overtaken = [];
      back = false;
    },
  };
}

/** Whether two texts differ only in case, white space or Unicode composition, as a host that normalises makes them. */
function isOtherForm(left: unknown, right: unknown): boolean {
  return typeof left === "string" && typeof right === "string" && fold(left) === fold(right);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
