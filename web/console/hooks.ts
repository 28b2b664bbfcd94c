import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Answer } from "./api/client.ts";
import type { Failure } from "./api/failure.ts";
import { serverTime } from "./api/server-time.ts";
import { type Place, placeOf } from "./route.ts";

const onHash = (changed: () => void): (() => void) => {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
};

export const usePlace = (): Place => {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  return useMemo(() => placeOf(hash), [hash]);
};

/** The server's time in milliseconds, looked at twice a minute: a countdown says minutes. */
export const useNow = (): number => {
  const [now, setNow] = useState(serverTime.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverTime.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  // A first answer may have set the clock since this was last drawn.
  return Math.abs(serverTime.now() - now) > 30_000 ? serverTime.now() : now;
};

type Loaded<T> = {
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  /** Asks again, keeping what is shown meanwhile. */
  readonly reload: () => Promise<void>;
  readonly replace: (value: T) => void;
};

/** Asks once for what is shown, and again whenever `ask` is another question; answers to earlier ones are dropped. */
export const useLoaded = <T>(ask: () => Promise<Answer<T>>): Loaded<T> => {
  const [state, setState] = useState<{ of: typeof ask; value?: T; failure?: Failure; loading: boolean }>({
    of: ask,
    loading: true,
  });
  const load = useCallback(async () => {
    setState((before) => (before.of === ask ? { ...before, loading: true } : { of: ask, loading: true }));
    const answer = await ask();
    setState((before) => {
      if (before.of !== ask) return before;
      if (answer.ok) return { of: ask, value: answer.value, loading: false };
      return { ...before, failure: answer.failure, loading: false };
    });
  }, [ask]);
  useEffect(() => void load(), [load]);
  const current = state.of === ask;
  return {
    value: current ? state.value : undefined,
    failure: current ? state.failure : undefined,
    loading: !current || state.loading,
    reload: load,
    replace: useCallback((value: T) => setState({ of: ask, value, loading: false }), [ask]),
  };
};
