/** Work that is done piece by piece while nothing else is to be done. */
export interface IdleWork {
  /** Begins, or goes on. */
  begin(): void;
  /** Ends before all is done. */
  end(): void;
}

/** Creates work for idle moments; none in a browser that does not tell of them. `work` says whether some is left. */
export function createIdleWork(view: Window, work: () => boolean): IdleWork {
  let request = 0;
  function begin(): void {
    if (request || typeof view.requestIdleCallback !== "function") return;
    request = view.requestIdleCallback(() => {
      request = 0;
      if (work()) begin();
    });
  }
  return {
    begin,
    end() {
      if (request) view.cancelIdleCallback(request);
      request = 0;
    },
  };
}
