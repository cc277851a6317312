import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { EngineDriver } from "./EngineDriver.js";
import { focusWindow } from "./focusWindow.js";
import { KEYS } from "./KEYS.js";
import { undoByKey } from "./pageActions.js";

type Json = Record<string, unknown>;

export interface WebKitPrograms {
  /** Path of WebKitWebDriver. */
  driver: string;
  /** Path of Xvfb; without it the browser's window is shown on the present screen. */
  screen: string | undefined;
}

/** How often the browser is started before it counts as broken: at a busy moment the driver may wait for it in vain. */
const ATTEMPTS = 3;

/** How long a start may take, in ms. */
const START_MS = 40_000;

/** Starts a WebKitGTK in a screen of its own, which is driven over WebDriver. */
export async function openWebKit(programs: WebKitPrograms): Promise<EngineDriver> {
  for (let attempt = 1; ; attempt += 1) {
    const children: ChildProcess[] = [];
    const stop = () => children.forEach((child) => child.kill());
    process.once("exit", stop);
    try {
      return await driveWebKit(await startSession(programs, children), () => {
        process.removeListener("exit", stop);
        stop();
      });
    } catch (error) {
      stop();
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** How long a script of the page may take, in ms, and a request to the driver. They only end what hangs. */
const SCRIPT_MS = 120_000;
const REQUEST_MS = 150_000;

interface Session {
  sessionId: string;
  capabilities: { browserName: string; browserVersion: string };
}

async function startSession({ driver, screen }: WebKitPrograms, children: ChildProcess[]) {
  const display = screen === undefined ? process.env["DISPLAY"] : await startScreen(screen, children);
  const port = await findPort();
  children.push(
    spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], {
      stdio: "ignore",
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: "x11",
        LIBGL_ALWAYS_SOFTWARE: "1",
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        NO_AT_BRIDGE: "1",
      },
    }),
  );
  const base = `http://127.0.0.1:${port}`;
  const signal = AbortSignal.timeout(START_MS);
  const { sessionId, capabilities } = (await untilReady(() =>
    ask(base, "POST", "/session", { capabilities: CAPABILITIES }, signal),
  )) as Session;
  const session = `${base}/session/${sessionId}`;
  if (screen !== undefined && display !== undefined)
    while (
      !(await ask(
        session,
        "POST",
        "/execute/sync",
        { script: "return document.hasFocus();", args: [] },
        signal,
      ))
    )
      await focusWindow(display);
  return { session, capabilities };
}

async function driveWebKit(
  { session, capabilities }: Awaited<ReturnType<typeof startSession>>,
  stop: () => void,
): Promise<EngineDriver> {
  await ask(session, "POST", "/timeouts", { script: SCRIPT_MS, pageLoad: SCRIPT_MS });
  const act = (actions: Json[]) => ask(session, "POST", "/actions", { actions });
  const key = (type: string, value: string) =>
    act([{ type: "key", id: "keys", actions: [{ type, value: KEYS[value] ?? value }] }]);
  const pointer = (...actions: readonly Json[]) =>
    act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }]);
  const pointerMove = (x: number, y: number) => ({
    type: "pointerMove",
    x: Math.round(x),
    y: Math.round(y),
    duration: 0,
  });
  const held = new Set<string>();
  const evaluate: EngineDriver["evaluate"] = async (run, ...args) => {
    const script =
      "const [args, done] = arguments;" +
      `new Promise((resolve) => resolve((${String(run)})(...args)))` +
      ".then((value) => done({ value }), (error) => done({ error: String(error) }));";
    const { value, error } = (await ask(session, "POST", "/execute/async", { script, args: [args] })) as {
      value?: never;
      error?: string;
    };
    if (error !== undefined) throw new Error(error);
    return value as never;
  };
  return {
    version: `WebKitGTK ${capabilities.browserVersion} (${capabilities.browserName})`,
    async open(url) {
      await ask(session, "POST", "/url", { url });
    },
    evaluate,
    async keyDown(name) {
      held.add(name);
      // WebKitGTK leaves the keys of undo to the browser around it; MiniBrowser has none.
      const isUndo = held.has("Control") && name.toLowerCase() === "z";
      if (isUndo) await evaluate(undoByKey, held.has("Shift") ? "redo" : "undo");
      await key("keyDown", name);
      if (isUndo) await evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    },
    async keyUp(name) {
      held.delete(name);
      await key("keyUp", name);
    },
    movePointer: async (x, y) => void (await pointer(pointerMove(x, y))),
    async press(x, y, button, times) {
      const presses = Array.from({ length: times }, () => [
        { type: "pointerDown", button },
        { type: "pointerUp", button },
      ]);
      await pointer(pointerMove(x, y), ...presses.flat());
    },
    pointerDown: async (button) => void (await pointer({ type: "pointerDown", button })),
    pointerUp: async (button) => void (await pointer({ type: "pointerUp", button })),
    async wheel(x, y, deltaX, deltaY) {
      const place = { x: Math.round(x), y: Math.round(y) };
      await act([{ type: "wheel", id: "wheel", actions: [{ type: "scroll", ...place, deltaX, deltaY }] }]);
    },
    async resize(width, height) {
      // A window has bars: it gets as much more as its page lacks.
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const got = (await ask(session, "POST", "/execute/sync", {
          script: "return [innerWidth, innerHeight, outerWidth, outerHeight];",
          args: [],
        })) as [number, number, number, number];
        if (got[0] === width && got[1] === height) return;
        await ask(session, "POST", "/window/rect", {
          // A page that has not followed its window yet must not make the next one smaller than what is asked for.
          width: Math.max(width, got[2] + width - got[0]),
          height: Math.max(height, got[3] + height - got[1]),
        });
      }
      throw new Error(`The window does not take the size ${width} × ${height}.`);
    },
    async close() {
      await ask(session, "DELETE", "", undefined, AbortSignal.timeout(START_MS)).catch(() => undefined);
      stop();
    },
  };
}

/** No request leaves the machine: all that is not this machine goes to a closed port. */
const CAPABILITIES = {
  alwaysMatch: {
    proxy: {
      proxyType: "manual",
      httpProxy: "127.0.0.1:9",
      sslProxy: "127.0.0.1:9",
      socksProxy: "127.0.0.1:9",
      socksVersion: 5,
      noProxy: ["127.0.0.1", "localhost"],
    },
  },
};

async function startScreen(path: string, children: ChildProcess[]): Promise<string> {
  const child = spawn(path, ["-displayfd", "3", "-screen", "0", "1920x1600x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  children.push(child);
  const [chunk] = (await once(child.stdio[3] as never, "data", {
    signal: AbortSignal.timeout(START_MS),
  })) as [Buffer];
  return `:${chunk.toString().trim()}`;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Asks again until the driver listens. */
async function untilReady<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= 300 || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function ask(
  base: string,
  method: string,
  path: string,
  body?: Json,
  signal = AbortSignal.timeout(REQUEST_MS),
): Promise<unknown> {
  const answer = await fetch(`${base}${path}`, {
    method,
    signal,
    ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebDriver: ${method} ${path}: ${error}: ${message}`);
}
