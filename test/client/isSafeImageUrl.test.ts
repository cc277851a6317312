import { describe, expect, it } from "vitest";
import { isSafeImageUrl } from "image-generation-node/client";

describe("isSafeImageUrl", () => {
  it.each<[unknown, boolean]>([
    ["https://images.test/a.png?sig=1", true],
    ["http://127.0.0.1:6006/a.png", true],
    ["http://localhost/a.png", true],
    ["http://[::1]:8080/a.png", true],
    ["blob:https://app.test/1", true],
    ["http://app.test/a.png", true],
    ["http://app.test:81/a.png", false],
    ["http://images.test/a.png", false],
    ["http://127.0.0.1.evil.test/a.png", false],
    ["http://localhost.evil.test/a.png", false],
    ["javascript:alert(1)", false],
    [" JaVaScRiPt:alert(1)", false],
    ["data:text/html,<script>", false],
    ["data:image/png;base64,AAAA", false],
    ["file:///etc/passwd", false],
    ["/a.png", false],
    ["//images.test/a.png", false],
    ["https://user:pw@images.test/a.png", false],
    ["", false],
    [null, false],
    [{ toString: () => "https://images.test" }, false],
  ])("%j is safe: %s", (url, expected) => {
    expect(isSafeImageUrl(url, "http://app.test/some/page")).toBe(expected);
  });
});
