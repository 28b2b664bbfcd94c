const LOST = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED"]);

/**
 * A caller that is killed in the middle of a request must not take a stand-in with it: dynalite throws when a
 * connection breaks. Anything else still ends the thread.
 */
export function surviveLostConnections(): void {
  process.on("uncaughtException", (error: Error & { code?: string }) => {
    if (LOST.has(error.code ?? "") || error.message === "aborted") return;
    console.error(error);
    process.exit(1);
  });
}
