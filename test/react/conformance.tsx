import "@testing-library/jest-dom/vitest";
import { fireEvent, render, screen } from "@testing-library/react";
import { createRef } from "react";
import type { ComponentType, ReactElement, ReactNode, Ref } from "react";
import { describe, expect, it, vi } from "vitest";
import { undocumentedAttributes } from "./documentedAttributes.js";

/** What every part takes; each part's own props come with the case. */
interface AnyPartProps {
  children?: ReactNode;
  className?: string;
  style?: object;
  title?: string;
  asChild?: boolean;
  "data-testid"?: string;
  onClick?: (event: { preventDefault: () => void }) => void;
  ref?: Ref<HTMLElement>;
}

/** How one part is held to the rules that all parts share. */
export interface PartCase {
  /** The public name, such as "Preview.Download". */
  name: string;
  /** The value of `data-imagenode-part`. */
  part: string;
  Part: unknown;
  /** Props that the part can't be without. */
  props?: Record<string, unknown>;
  /** What has to be around it, so that it shows. */
  wrap: (part: ReactElement) => ReactElement;
  /** The root whose name the error of a lone part tells; `null` where the part works alone. */
  root: string | null;
  /** Whether `asChild` is taken. @default true */
  asChild?: boolean;
  /** The tag that `asChild` is tried with. @default "div" */
  child?: "div" | "button" | "label" | "section";
}

/** Props, ref, class, style, `asChild`, and the words of a missing root: the same for every part. */
export function itConforms(part: PartCase): void {
  const { name, wrap, props = {}, root, child: Child = "div" } = part;
  const Part = part.Part as ComponentType<AnyPartProps>;

  describe(`<${name} />`, () => {
    it("is one element that carries its name, and takes class, style, attributes and a ref", async () => {
      const ref = createRef<HTMLElement>();
      render(
        wrap(
          <Part
            {...props}
            className="mine"
            style={{ insetInlineStart: 3 }}
            title="hint"
            data-testid="it"
            ref={ref}
          />,
        ),
      );
      const element = await screen.findByTestId("it");
      expect(element).toHaveAttribute("data-imagenode-part", part.part);
      expect(element).toHaveClass("mine");
      expect(element.style.insetInlineStart).toBe("3px");
      expect(element).toHaveAttribute("title", "hint");
      expect(ref.current).toBe(element);
      expect(undocumentedAttributes(element, part.part), "attributes without @selector").toEqual([]);
    });

    if (part.asChild !== false) {
      it("becomes its only child with asChild", async () => {
        const ref = createRef<HTMLElement>();
        // Prevented, so that the part itself stands down: it must not run, copy or open anything here.
        const onClick = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
        render(
          wrap(
            <Part {...props} asChild className="mine" onClick={onClick} ref={ref}>
              <Child className="theirs" data-testid="child">
                words
              </Child>
            </Part>,
          ),
        );
        const element = await screen.findByTestId("child");
        expect(element).toHaveAttribute("data-imagenode-part", part.part);
        expect(element).toHaveClass("mine", "theirs");
        expect(element).toHaveTextContent("words");
        expect(ref.current).toBe(element);
        if (!(element instanceof HTMLButtonElement && element.disabled)) {
          fireEvent.click(element);
          expect(onClick).toHaveBeenCalledOnce();
        }
      });
    }

    if (root !== null) {
      it("says which root is missing", () => {
        const silence = vi.spyOn(console, "error").mockImplementation(() => undefined);
        expect(() => render(<Part {...props} />)).toThrow(new RegExp(`<${root.replaceAll(".", "\\.")}`));
        silence.mockReset();
      });
    }
  });
}
