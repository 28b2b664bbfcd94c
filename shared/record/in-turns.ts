/** So many side by side: a file of thousands opens no thousand connections. */
const AT_A_TIME = 16;

/** Does the same for each of many, some at a time, in their order. */
export const inTurns = async <T, R>(all: readonly T[], one: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_A_TIME)
    done.push(...(await Promise.all(all.slice(from, from + AT_A_TIME).map(one))));
  return done;
};
