/** Figures of the stores before requests had rows of their own, by this very subject on two cores of an Intel Xeon at 2.3 GHz. */
export const BEFORE: Readonly<Record<"PostgreSQL" | "Redis", readonly string[]>> = {
  PostgreSQL: [
    "before (2026-11-30), 0.3 kB: 38.6 + 4.9 statements, 13.9 kB of WAL, 49 kB on the wire, CPU 2.4, 6.1 and 6.9 ms",
    "before, 289 kB: 38.4 + 5.7 statements, 776 kB of WAL, 6,534 kB on the wire, CPU 7.9, 28.8 and 70 ms",
    "before, one alone: 0.3 kB CPU 4.7, 8.9 and 20 ms; 289 kB 18.7, 44.8 and 113 ms",
    "before, a model of 10 s: 43.5 + 6.1 statements; 289 kB 8,109 kB on the wire; connections handler 14, worker 15",
  ],
  Redis: [
    "before (2026-11-30), 0.3 kB: 38.6 + 4.4 commands, 100 ran, log 11.6 kB, wire 42 kB, CPU 2.0, 5.0 and 1.1 ms",
    "before, 289 kB: 38.7 + 3.6 commands, log 1,780 kB, wire 6,527 kB, CPU 6.7, 25.2 and 9.2 ms",
    "before, one alone: 44 + 7 commands; 0.3 kB CPU 4.6, 8.8 and 3.6 ms; 289 kB 16.1, 39.4 and 12.7 ms",
  ],
};
