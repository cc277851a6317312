import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fixtures } from "image-generation-node/testing";
import { check } from "../../src/cli/check/check.js";
import type { CheckReport } from "../../src/cli/check/runCase.js";
import { createHeldClock } from "./createHeldClock.js";
import { runCommand } from "./runCommand.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Starts a broken server. `asked` resolves with the next request that the test has not seen yet. */
async function start(answer: RequestListener) {
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    waiting.shift()?.();
    answer(request, response);
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let taken = 0;
  const asked = async (): Promise<string> => {
    if (seen.length <= taken) await new Promise<void>((resolve) => waiting.push(resolve));
    return seen[taken++] ?? "";
  };
  return { url, asked, seen };
}

/** Starts a check whose time the test holds. */
function startCheck(url: string, ...args: readonly string[]) {
  const clock = createHeldClock();
  const limits = ["--timeout", "11", "--request-timeout", "7"];
  const held = (given: readonly string[], shell: Parameters<typeof check>[1]) => check(given, shell, clock);
  const { code, output } = runCommand(held, url, ...limits, ...args);
  return { clock, code, output };
}

const hold: RequestListener = () => undefined;
const send =
  (status: number, headers: Record<string, string>, body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const catalog = send(200, { "Content-Type": "application/json" }, JSON.stringify(fixtures.basicCatalog));

describe("check of an address where nothing answers as the contract", () => {
  it.each<[what: string, answer: RequestListener, said: readonly string[]]>([
    [
      "HTML with 200",
      send(200, { "Content-Type": "text/html; charset=utf-8" }, "<!doctype html>\n<title>Shop</title>"),
      ["answers 200 with text/html", '"<!doctype html> <title>Shop</title>"', "Check the address"],
    ],
    [
      "a redirect to a page to sign in",
      send(302, { Location: "/login?next=%2Fcatalog" }, ""),
      ["answers 302 and leads to /login?next=%2Fcatalog", "--header"],
    ],
    [
      "somebody else's JSON",
      send(404, { "Content-Type": "application/json" }, '{"error":"no such route"}'),
      ["answers 404 with application/json", "no such route", "Check the address"],
    ],
    ["nothing in the body", send(200, {}, ""), ["answers 200 with no content type", "an empty body"]],
    [
      "a demand for credentials",
      send(
        401,
        { "Content-Type": "application/problem+json" },
        JSON.stringify(fixtures.problems.unauthorized),
      ),
      ["answers 401", "--header"],
    ],
    [
      "a connection that closes",
      (request) => void request.socket.destroy(),
      ["Nothing answers at http://127.0.0.1:", "Is the back end running"],
    ],
    [
      "a connection that closes within the body",
      (request, response) => {
        response.writeHead(200, { "Content-Length": "1000" });
        response.write("{", () => request.socket.destroy());
      },
      ["Nothing answers at http://127.0.0.1:", "Is the back end running"],
    ],
  ])("stops at once after %s, says what was seen, and asks nothing more", async (_what, answer, said) => {
    const { url, seen } = await start(answer);
    const { code, output } = startCheck(url);
    expect(await code).toBe(2);
    for (const words of said) expect(output()).toContain(words);
    expect(output()).toContain("Stopped: ");
    expect(output()).toMatch(/\n0 passed, 0 failed, 0 unproven, \d{3} not asked\.\n$/);
    expect(seen).toEqual(["GET /catalog"]);
  });

  it.each<[what: string, answer: RequestListener]>([
    ["never answers", hold],
    [
      "answers slowly for ever",
      (_request, response) => {
        response.writeHead(200, { "Content-Type": "application/json" });
        const drop = () => void (response.destroyed || response.write(" ", () => setTimeout(drop, 1)));
        drop();
      },
    ],
  ])("stops where a server %s, once a request has had its time", async (_what, answer) => {
    const { url, asked, seen } = await start(answer);
    const { clock, code, output } = startCheck(url);
    await asked();
    clock.pass(7000);
    expect(await code).toBe(2);
    expect(output()).toContain("no whole answer to GET /catalog within 7 s (--request-timeout)");
    expect(output()).toContain("Is the back end running");
    expect(seen).toEqual(["GET /catalog"]);
  });

  it("says the same as JSON", async () => {
    const { url } = await start(send(200, { "Content-Type": "text/html" }, "<p>Hello</p>"));
    const { code, output } = startCheck(url, "--json");
    expect(await code).toBe(2);
    const { stopped, results } = JSON.parse(output()) as CheckReport;
    expect(stopped).toContain("text/html");
    expect(new Set(results.map(({ outcome, reason }) => `${outcome}: ${reason}`))).toEqual(
      new Set(["not_asked: the run had stopped"]),
    );
  });
});

describe("check of a back end that stops answering", () => {
  it("ends with the time of the whole run: what was asked is unproven, the rest is not asked", async () => {
    const { url, asked } = await start((request, response) => {
      if (request.url !== "/catalog" || request.method !== "GET") hold(request, response);
      else catalog(request, response);
    });
    const { clock, code, output } = startCheck(url, "--json");
    while ((await asked()) === "GET /catalog");
    clock.pass(11_000);
    expect(await code).toBe(1);
    const { stopped, results } = JSON.parse(output()) as CheckReport;
    expect(stopped).toBe("The whole run has had its 11 s (--timeout).");
    const unproven = results.filter(({ outcome }) => outcome === "unproven");
    expect(unproven.map(({ reason }) => reason)).toEqual([stopped]);
    const after = results.slice(results.indexOf(unproven[0] as (typeof results)[number]) + 1);
    expect(after.length).toBeGreaterThan(90);
    expect(new Set(after.map(({ outcome }) => outcome))).toEqual(new Set(["not_asked"]));
  });

  it("stops after the case that found it gone, and does not fail all that follow", async () => {
    let isGone = false;
    const { url, asked, seen } = await start((request, response) => {
      isGone ||= request.method === "HEAD";
      if (isGone) hold(request, response);
      else catalog(request, response);
    });
    const { clock, code, output } = startCheck(url, "--json");
    while ((await asked()) !== "HEAD /catalog");
    clock.pass(7000);
    expect(await asked()).toBe("GET /catalog");
    clock.pass(7000);
    expect(await code).toBe(1);
    const { stopped, results } = JSON.parse(output()) as CheckReport;
    expect(stopped).toContain(`Nothing answers at ${url}`);
    const last = results.findLast(({ outcome }) => outcome !== "not_asked");
    expect(last?.outcome).toBe("failed");
    expect(last?.reason).toContain("no whole answer to HEAD /catalog within 7 s (--request-timeout)");
    expect(seen.at(-1)).toBe("GET /catalog");
  });

  it("goes on where one request alone gets no answer", async () => {
    let isFirst = true;
    const { url, seen } = await start((request, response) => {
      if (request.method !== "HEAD" || !isFirst) return catalog(request, response);
      isFirst = false;
      request.socket.destroy();
    });
    const { code, output } = startCheck(url, "--json");
    expect(await code).toBe(1);
    expect((JSON.parse(output()) as CheckReport).stopped).toBeNull();
    expect(seen.length).toBeGreaterThan(30);
  });
});
