import { describe, expect, it } from "vitest";
import type { Variable } from "image-generation-node/template";
import {
  moveActive,
  suggestionReducer,
  type SuggestionAction,
} from "../../src/react/prompt-editor/list/suggestionReducer.js";
import {
  closedSuggestions,
  type SuggestionState,
} from "../../src/react/prompt-editor/list/suggestionState.js";

const trigger = (query: string, start = 0) => ({ start, end: start + 2 + query.length, query });
const variables = Array.from(
  { length: 3 },
  (_, position) => ({ path: `v${position}` }) as unknown as Variable,
);
const run = (...actions: SuggestionAction[]): SuggestionState =>
  actions.reduce<SuggestionState>(suggestionReducer, closedSuggestions);
const typed = (query: string, start = 0): SuggestionAction => ({
  type: "detected",
  trigger: trigger(query, start),
  cause: "input",
});
const selected = (query: string, start = 0): SuggestionAction =>
  ({ ...typed(query, start), cause: "selection" }) as SuggestionAction;
const found: SuggestionAction = { type: "found", items: variables, total: 9 };
const nothing: SuggestionAction = { type: "detected", trigger: null, cause: "input" };

describe("suggestionReducer", () => {
  it("opens by typing and by request, not because the caret came into a token", () => {
    expect(run(typed("a")).open).toBe(true);
    expect(run(typed("a")).byItself).toBe(true);
    expect(run({ ...typed("a"), cause: "request" } as SuggestionAction)).toMatchObject({
      open: true,
      byItself: false,
    });
    expect(run(selected("a"))).toBe(closedSuggestions);
  });

  it("keeps the chosen row while the query stays, and forgets it when the query changes", () => {
    const chosen: SuggestionAction = { type: "moved", active: 2 };
    expect(run(typed("a"), found, chosen, selected("a"))).toMatchObject({ active: 2, moved: true });
    expect(run(typed("a"), found, chosen, typed("ab"))).toMatchObject({ active: 0, moved: false });
  });

  it("keeps the chosen row inside a list that became shorter", () => {
    const fewer: SuggestionAction = { type: "found", items: variables.slice(0, 1), total: 1 };
    expect(run(typed("a"), found, { type: "moved", active: 2 }, fewer).active).toBe(0);
  });

  it("[case 8] stays dismissed for one token until the caret leaves it", () => {
    const dismissed = run(typed("a", 5), found, { type: "closed", dismiss: true });
    expect(dismissed).toEqual({ ...closedSuggestions, dismissed: 5 });
    expect(suggestionReducer(dismissed, typed("ab", 5)).open).toBe(false);
    expect(suggestionReducer(dismissed, typed("ab", 9)).open).toBe(true);
    const left = suggestionReducer(dismissed, nothing);
    expect(suggestionReducer(left, typed("ab", 5)).open).toBe(true);
    expect(
      suggestionReducer(dismissed, { ...typed("a", 5), cause: "request" } as SuggestionAction).open,
    ).toBe(true);
  });

  it("[case 12] closes when the caret moves into another token", () => {
    expect(run(typed("a", 0), found, selected("b", 20)).open).toBe(false);
  });

  it("tells nobody when nothing changes", () => {
    expect(run(nothing)).toBe(closedSuggestions);
    expect(run(found)).toBe(closedSuggestions);
    expect(run({ type: "moved", active: 1 })).toBe(closedSuggestions);
    const chosen = run(typed("a"), found, { type: "moved", active: 1 });
    expect(suggestionReducer(chosen, { type: "moved", active: 1 })).toBe(chosen);
  });
});

describe("moveActive", () => {
  it.each([
    [0, 3, 1, 1],
    [2, 3, 1, 0],
    [0, 3, -1, 2],
    [1, 20, 8, 9],
    [15, 20, 8, 19],
    [3, 20, -8, 0],
    [0, 0, 1, 0],
  ])("from %i of %i by %i to %i", (active, count, step, expected) => {
    expect(moveActive(active, count, step)).toBe(expected);
  });
});
