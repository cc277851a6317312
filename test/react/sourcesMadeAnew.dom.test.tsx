import { render, renderHook, screen } from "@testing-library/react";
import { useVariableAutocomplete } from "image-generation-node";
import type { VariableSource } from "image-generation-node/template";
import { expect, it } from "vitest";
import { useSources } from "../../src/react/internal/useSources.js";

it("a host's own component may make sources anew that never are the same", () => {
  function Field() {
    const { getInputProps, getListProps } = useVariableAutocomplete({
      variables: [{ slug: "a", label: "A", sample: { at: new Date(0), call: () => 1 } }],
    });
    return (
      <>
        <textarea aria-label="Prompt" {...getInputProps()} />
        <div {...getListProps()} />
      </>
    );
  }
  const { rerender } = render(<Field />);
  rerender(<Field />);
  expect(screen.getByLabelText("Prompt")).toBeVisible();
});

it("sources keep their list from one render to the next", () => {
  const make = (label: string): VariableSource[] => [{ slug: "a", label, sample: { x: 1 } }];
  const { result, rerender } = renderHook(({ list }) => useSources("test", list), {
    initialProps: { list: make("A") },
  });
  const first = result.current;
  rerender({ list: make("A") });
  expect(result.current).toBe(first);
  rerender({ list: make("B") });
  expect(result.current[0]?.label).toBe("B");
});

it("a list with holes is read without them", () => {
  const holes: VariableSource[] = [];
  holes[2] = { slug: "a", label: "A" };
  const { result, rerender } = renderHook(({ list }) => useSources("test", list), {
    initialProps: { list: holes },
  });
  rerender({ list: holes.slice() });
  expect(result.current).toEqual([{ slug: "a", label: "A" }]);
});
