/** Mouse button, as WebDriver numbers it. */
export type MouseButton = 0 | 1 | 2;

/**
 * What a browser is asked to do by a person's means: keys, a pointer, a wheel. Everything that browser tests do in an engine
 * goes through it, so that an engine is added by one file.
 */
export interface EngineDriver {
  /** Name and version of the browser, as it tells them itself. */
  readonly version: string;
  /** Opens an address in the browser's one page. */
  open(url: string): Promise<void>;
  /** Gives the page the keyboard back after another window or the browser's own bar had it; absent where nothing takes it. */
  bringToFront?(): Promise<void>;
  /** Runs a function in the page, not in its frames, and waits for its promise. Arguments and result are JSON. */
  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Presses a key: a character, or a name of `KeyboardEvent.key`. */
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Moves the pointer to a place of the page, in CSS px. */
  movePointer(x: number, y: number): Promise<void>;
  /** Moves the pointer there, presses and releases a button so many times, all in one go: a busy page can't move in between. */
  press(x: number, y: number, button: MouseButton, times: number): Promise<void>;
  pointerDown(button: MouseButton): Promise<void>;
  pointerUp(button: MouseButton): Promise<void>;
  /** Turns the wheel at a place of the page, in CSS px. */
  wheel(x: number, y: number, deltaX: number, deltaY: number): Promise<void>;
  /** Gives the page's viewport a size, in CSS px. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}
