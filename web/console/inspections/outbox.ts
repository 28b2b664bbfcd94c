import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useDesk } from "../desk.ts";
import { personOf } from "../session/person.ts";
import { keptSession } from "../session/session.ts";
import { isUnsent, type Kept, keptAll } from "./kept.ts";
import { sendKept } from "./sending.ts";

/** How often it is tried again while something waits: a phone does not always notice that the network is back. */
const AGAIN_MS = 20_000;

export type Outbox = {
  readonly all: readonly Kept[];
  /** False where the browser keeps nothing on this device. */
  readonly keeps: boolean;
  readonly online: boolean;
  readonly busy: boolean;
  readonly person: { readonly sub: string; readonly name: string };
  readonly reload: () => Promise<void>;
  /** Sends whatever waits, one after the other. */
  readonly send: () => Promise<void>;
};

const useOnline = (): boolean => {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const changed = () => setOnline(navigator.onLine);
    addEventListener("online", changed);
    addEventListener("offline", changed);
    return () => {
      removeEventListener("online", changed);
      removeEventListener("offline", changed);
    };
  }, []);
  return online;
};

/** What is kept on this device, sent as soon as there is a network. */
export const useOutbox = (): Outbox => {
  const { org, client } = useDesk();
  const person = useMemo(() => personOf(keptSession()?.idToken ?? ""), []);
  const online = useOnline();
  const [all, setAll] = useState<readonly Kept[]>([]);
  const [keeps, setKeeps] = useState(true);
  const [busy, setBusy] = useState(false);
  const atWork = useRef(false);
  const reload = useCallback(async () => {
    try {
      setAll(await keptAll(org, person.sub));
    } catch {
      setKeeps(false); // a private window: the page itself is all there is
    }
  }, [org, person]);
  const send = useCallback(async () => {
    if (atWork.current) return;
    atWork.current = true;
    setBusy(true);
    try {
      for (const one of (await keptAll(org, person.sub)).filter(isUnsent))
        if ((await sendKept(client, one)) === "waits") break;
    } catch {
      setKeeps(false);
    } finally {
      atWork.current = false;
      setBusy(false);
      await reload();
    }
  }, [client, org, person, reload]);
  useEffect(() => void reload(), [reload]);
  const waits = all.some(isUnsent);
  useEffect(() => {
    if (!waits || !online) return;
    void send();
    const timer = setInterval(() => void send(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits, online, send]);
  return { all, keeps, online, busy, person, reload, send };
};
