import { killed } from "../stack/inside.ts";

/** Writes whose doer dies, with everything else that it is doing, right before or right after the nth of them. */
export const lastWrite = (nth: number, when: "before" | "after") => {
  let writes = 0;
  const { promise: death, resolve: die } = Promise.withResolvers<"died">();
  const guard =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      writes += 1;
      if (writes > nth || (writes === nth && when === "before")) {
        die("died");
        return killed();
      }
      const said = await write(...args);
      if (writes < nth) return said;
      die("died");
      return killed();
    };
  return { guard, death, writes: () => writes };
};
