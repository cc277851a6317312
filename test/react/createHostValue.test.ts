import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHostValue } from "../../src/react/internal/createHostValue.js";

interface Value {
  text: string;
  style: string;
}

/** A user and a host with one value between them. `answer` is how the host stores what it is told. */
function createPair(initial: Value = { text: "", style: "auto" }) {
  let own = { ...initial };
  const told: Value[] = [];
  const committed: Value[] = [];
  const disagreements: string[] = [];
  let onTold: (value: Value) => void = () => {};
  const value = createHostValue<Value>({
    read: () => own,
    write: (outside) => void (own = { ...own, ...outside }),
    onChange(next) {
      told.push(next);
      onTold(next);
    },
    onCommit: (next) => committed.push(next),
    onDisagree: (mine, theirs) => disagreements.push(`${mine.text}|${theirs.text}`),
  });
  value.restart();
  value.receive(initial);
  return {
    value,
    told,
    committed,
    disagreements,
    read: () => own,
    answer: (how: (value: Value) => void) => void (onTold = how),
    type(text: string) {
      own = { ...own, text: own.text + text };
      value.changed(["text"]);
    },
    choose(style: string) {
      own = { ...own, style };
      value.changed(["style"], { commit: true });
    },
    /** Host state as a view would hold it: what comes is received at once. */
    say: (next: Partial<Value>) => value.receive({ ...(told.at(-1) ?? initial), ...next }),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("createHostValue", () => {
  it.each([0, 60, 150, 400])("loses no letter under a host that answers after %i ms", (delay) => {
    const pair = createPair();
    pair.answer((next) => void setTimeout(() => pair.value.receive(next), delay));
    for (const letter of "a sentence that nobody may scramble") {
      pair.type(letter);
      vi.advanceTimersByTime(60);
    }
    vi.advanceTimersByTime(5000);
    expect(pair.read().text).toBe("a sentence that nobody may scramble");
    expect(pair.committed.map(({ text }) => text)).toEqual(["a sentence that nobody may scramble"]);
    expect(pair.disagreements).toEqual([]);
  });

  it("ends with the host and the user in agreement, whatever the delay of each answer", () => {
    const delays = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(delays, fc.integer({ min: 1, max: 200 }), (each, pause) => {
        const pair = createPair();
        let host = "";
        let count = 0;
        pair.answer((next) => {
          const delay = each[count++ % each.length];
          setTimeout(() => {
            host = next.text;
            pair.value.receive(next);
          }, delay);
        });
        for (const letter of "abcdefghijkl") {
          pair.type(letter);
          vi.advanceTimersByTime(pause);
        }
        vi.advanceTimersByTime(20_000);
        expect(pair.read().text).toBe("abcdefghijkl");
        expect(host).toBe("abcdefghijkl");
        pair.value.stop();
      }),
    );
  });

  it("takes letters that come and go for what they are: a, ab, a", () => {
    const pair = createPair();
    const texts = ["a", "ab", "a"];
    let own = "";
    const told: string[] = [];
    const value = createHostValue<{ text: string }>({
      read: () => ({ text: own }),
      write: ({ text = "" }) => void (own = text),
      onChange: ({ text }) => told.push(text),
    });
    value.receive({ text: "" });
    for (const text of texts) {
      own = text;
      value.changed(["text"]);
    }
    for (const text of texts) value.receive({ text });
    vi.advanceTimersByTime(5000);
    expect(own).toBe("a");
    expect(told).toEqual(texts);
    pair.value.stop();
  });

  it("lets a value win that it never handed out, and forgets what was on its way", () => {
    const pair = createPair();
    pair.type("a");
    pair.type("b");
    pair.say({ text: "from outside" });
    expect(pair.read().text).toBe("from outside");
    // The host holds this now, for whatever reason: what it holds is shown.
    pair.say({ text: "ab" });
    expect(pair.read().text).toBe("ab");
  });

  it("follows an undo of the host to a value that it had answered", () => {
    const pair = createPair();
    pair.answer((next) => pair.value.receive(next));
    pair.type("a");
    pair.type("b");
    pair.say({ text: "a" });
    expect(pair.read().text).toBe("a");
    pair.say({ text: "" });
    expect(pair.read().text).toBe("");
  });

  it("keeps letters when the host changes another key meanwhile", () => {
    const pair = createPair();
    pair.type("a");
    pair.type("b");
    pair.value.receive({ text: "", style: "watercolor" });
    expect(pair.read()).toEqual({ text: "ab", style: "watercolor" });
    vi.advanceTimersByTime(500);
    expect(pair.committed.map(({ text }) => text)).toEqual(["ab"]);
  });

  it("keeps a selection when a late answer still has the one before", () => {
    const pair = createPair();
    pair.type("a");
    pair.choose("anime");
    pair.value.receive({ text: "a", style: "auto" });
    expect(pair.read()).toEqual({ text: "a", style: "anime" });
    pair.value.receive({ text: "a", style: "anime" });
    expect(pair.read().style).toBe("anime");
  });

  it("shows the host's own form of a text once nothing newer is on its way, and commits the edit", () => {
    const pair = createPair();
    pair.answer((next) =>
      setTimeout(() => pair.value.receive({ ...next, text: next.text.toUpperCase() }), 150),
    );
    for (const letter of "abc") {
      pair.type(letter);
      vi.advanceTimersByTime(60);
      expect(pair.read().text.toLowerCase()).toBe("abc".slice(0, "abc".indexOf(letter) + 1));
    }
    vi.advanceTimersByTime(2000);
    expect(pair.read().text).toBe("ABC");
    expect(pair.committed.map(({ text }) => text)).toEqual(["ABC"]);
    expect(pair.disagreements.length).toBeGreaterThan(0);
  });

  it("keeps the user's text under a host that refuses it, and says so once a second has passed", () => {
    const pair = createPair();
    pair.type("a");
    vi.advanceTimersByTime(999);
    expect(pair.disagreements).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(pair.read().text).toBe("a");
    expect(pair.disagreements).toEqual(["a|"]);
  });

  it.each([
    ["throttled", (run: () => void, wait: { timer?: unknown }) => (wait.timer ??= setTimeout(run, 200))],
    [
      "debounced",
      (run: () => void, wait: { timer?: unknown }) => {
        clearTimeout(wait.timer as number);
        wait.timer = setTimeout(run, 200);
      },
    ],
  ])("loses nothing under a %s host", (_name, schedule) => {
    const pair = createPair();
    const wait: { timer?: unknown } = {};
    pair.answer(() => {
      schedule(() => {
        delete wait.timer;
        pair.value.receive(pair.told.at(-1) as Value);
      }, wait);
    });
    for (const letter of "abcdefgh") {
      pair.type(letter);
      vi.advanceTimersByTime(60);
    }
    vi.advanceTimersByTime(3000);
    expect(pair.read().text).toBe("abcdefgh");
    expect(pair.committed.map(({ text }) => text)).toEqual(["abcdefgh"]);
  });

  it("commits once per pause and not again what is committed", () => {
    const pair = createPair();
    pair.type("a");
    vi.advanceTimersByTime(499);
    expect(pair.committed).toEqual([]);
    vi.advanceTimersByTime(1);
    pair.value.commit();
    pair.value.stop();
    expect(pair.committed.map(({ text }) => text)).toEqual(["a"]);
  });

  it("commits what is open when it stops, and leaves no timer", () => {
    const pair = createPair();
    pair.type("a");
    pair.value.stop();
    expect(pair.committed.map(({ text }) => text)).toEqual(["a"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("remembers nothing for a host that holds no value", () => {
    let own = "";
    const value = createHostValue<{ text: string }>({
      read: () => ({ text: own }),
      write: ({ text = "" }) => void (own = text),
      onChange: () => {},
    });
    own = "a";
    value.changed(["text"]);
    expect(vi.getTimerCount()).toBe(0);
    value.receive({ text: "b" });
    expect(own).toBe("b");
  });
});
