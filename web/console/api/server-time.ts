/**
 * What time the server thinks it is: countdowns must agree with what the API calls overdue, also where this computer's
 * clock is wrong. The `Date` header of every answer says it, to the second.
 */
export const createServerTime = (local: () => number = Date.now) => {
  let ahead = 0;
  return {
    heard(date: string | null): void {
      const said = Date.parse(date ?? "");
      if (!Number.isNaN(said)) ahead = said - local();
    },
    /** Milliseconds since 1970. */
    now: (): number => local() + ahead,
  };
};

export const serverTime = createServerTime();
