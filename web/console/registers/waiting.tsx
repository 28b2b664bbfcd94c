import { useCallback } from "react";
import type * as z from "zod";
import type { WaitingEntries } from "../../../shared/api/registers.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Card } from "../parts.tsx";
import { Entries } from "./entries.tsx";

/** Entries of any register that wait for the reader; nothing where none do. */
export const Waiting = () => {
  const { org, client, words } = useDesk();
  const path = pathTo(org, "/register-tasks");
  const ask = useCallback(() => client.get<z.infer<typeof WaitingEntries>>(path), [client, path]);
  const { value, reload } = useLoaded(ask);
  if (value === undefined || value.items.length === 0) return null;
  return (
    <Card title={`${words.registers.waiting} (${value.items.length})`}>
      <Entries items={value.items} reload={reload} />
    </Card>
  );
};
