import { launch } from "puppeteer-core";
import type { KeyInput, MouseButton as PuppeteerButton } from "puppeteer-core";
import type { EngineDriver, MouseButton } from "./EngineDriver.js";

/** What keeps a Firefox from asking anything of the network by itself: all that is not this machine goes to a closed port. */
const OFFLINE = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.socks": "127.0.0.1",
  "network.proxy.socks_port": 9,
  "network.proxy.socks_remote_dns": true,
  "network.proxy.no_proxies_on": "127.0.0.1, localhost",
  "network.proxy.failover_direct": false,
  // Whatever name is looked up all the same is this machine.
  "network.dns.native-is-localhost": true,
  "network.trr.mode": 5,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "network.http.speculative-parallel-limit": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "",
  "toolkit.telemetry.enabled": false,
  "datareporting.healthreport.uploadEnabled": false,
  "app.update.disabledForTesting": true,
  "extensions.update.enabled": false,
  "dom.push.connection.enabled": false,
};

const BUTTONS: readonly PuppeteerButton[] = ["left", "middle", "right"];

/** Starts a Firefox without a window, which is driven over WebDriver BiDi. */
export async function openFirefox(executablePath: string): Promise<EngineDriver> {
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      ...OFFLINE,
      "dom.multiple_import_maps.enabled": true,
      "dom.events.testing.asyncClipboard": true,
      // What a test asks to drop garbage with.
      "dom.testing.testutils.enabled": true,
    },
  });
  // The first page never gets the window's focus: its address bar has it.
  const page = await browser.newPage();
  const { keyboard, mouse } = page;
  const button = (number: MouseButton) => ({ button: BUTTONS[number] ?? "left" });
  return {
    version: await browser.version(),
    async open(url) {
      await page.goto(url, { timeout: 0 });
    },
    bringToFront: () => page.bringToFront(),
    evaluate: (run, ...args) => page.evaluate(run as (...args: unknown[]) => unknown, ...args) as never,
    keyDown: (key) => keyboard.down(key as KeyInput),
    keyUp: (key) => keyboard.up(key as KeyInput),
    movePointer: (x, y) => mouse.move(x, y),
    press: (x, y, number, count) => mouse.click(x, y, { ...button(number), count }),
    pointerDown: (number) => mouse.down(button(number)),
    pointerUp: (number) => mouse.up(button(number)),
    async wheel(x, y, deltaX, deltaY) {
      await mouse.move(x, y);
      await mouse.wheel({ deltaX, deltaY });
    },
    resize: (width, height) => page.setViewport({ width, height }),
    close: () => browser.close(),
  };
}
