/** What one visit measured, by name; all in milliseconds but the heap, in MB. */
export type Figures = Readonly<
  Partial<
    Record<
      "mount" | "mountCpu" | "open" | "openCpu" | "perKey" | "script" | "painted" | "accept" | "heap",
      number | undefined
    >
  >
>;
