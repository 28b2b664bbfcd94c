import { useCallback, useEffect, useState } from "react";
import type * as z from "zod";
import type { InspectionForms } from "../../../shared/api/inspections.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import type { Query } from "../route.ts";

type Read = z.infer<typeof InspectionForms>;
export type Regulation = Read["regulations"][number];

/** The forms that somebody fills in, and the regulations whose inspections they see; undefined before they are read. */
export type Known = Partial<Read> & {
  readonly failure: Failure | undefined;
  readonly reload: () => Promise<void>;
};

/** As they were last read on this device, where there is no network now. */
export const useKnown = (sub: string): Known => {
  const { org, locale, client } = useDesk();
  const name = `aftercare.inspection-forms ${org} ${sub} ${locale}`;
  const path = pathTo(org, "/inspection-forms");
  const ask = useCallback(() => client.get<Read>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  const [last] = useState(() => localStorage.getItem(name));
  useEffect(() => {
    if (value !== undefined) localStorage.setItem(name, JSON.stringify(value));
  }, [value, name]);
  const known: Read | undefined = value ?? (last === null ? undefined : JSON.parse(last)); // only this file writes it
  return { ...known, failure: known === undefined ? failure : undefined, reload };
};

/** Which regulation is looked at: the one that is asked for, else the first. */
export const chosen = ({ regulations = [] }: Known, { policy }: Query): Regulation | undefined =>
  regulations.find(({ id }) => id === policy) ?? regulations[0];
