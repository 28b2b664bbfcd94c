/** What has to be shut when the stack stops, in the opposite order of its opening. */
export interface Lifecycle {
  opened(close: () => unknown): void;
  /** Does it once, however often it is asked. */
  stop(): Promise<void>;
}

/**
 * SIGINT and SIGTERM stop everything first and then end the process as they would have, unless the program listens to
 * them itself and so means to end it in its own way. Everything that runs is a
 * thread of this process, so that SIGKILL leaves nothing behind either.
 */
export function createLifecycle(): Lifecycle {
  const closers: (() => unknown)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const close of closers.reverse()) await close();
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    })();
    return stopping;
  };
  const onSignal = (signal: NodeJS.Signals) => {
    const othersEndIt = process.listenerCount(signal) > 1;
    void stop().then(() => {
      if (!othersEndIt) process.kill(process.pid, signal);
    });
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  return { opened: (close) => closers.push(close), stop };
}
