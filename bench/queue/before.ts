/** Figures of earlier versions, measured by this very subject on two cores of an Intel Xeon at 2.3 GHz. */
export const BEFORE: Readonly<Record<"PostgreSQL" | "Redis", readonly string[]>> = {
  PostgreSQL: [],
  Redis: [],
};
