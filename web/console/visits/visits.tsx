import { useCallback } from "react";
import type * as z from "zod";
import type { VisitSchedules } from "../../../shared/api/visit-schedules.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { ObjectsImport } from "./import.tsx";
import { ObjectPage } from "./object-page.tsx";
import { Objects } from "./objects.tsx";
import { Plans } from "./plans.tsx";
import { WeekPage } from "./week.tsx";

type Schedules = z.infer<typeof VisitSchedules>;

const Within = ({ query, schedules }: { query: Query; schedules: Schedules | undefined }) => {
  const { id, at, week } = query;
  if (id !== undefined) return <ObjectPage key={id} id={id} />;
  if (at === "objects") return <Objects query={query} />;
  if (at === "plans" && schedules !== undefined) return <Plans regulations={schedules.regulations} />;
  if (at === "import" && schedules !== undefined) return <ObjectsImport regulations={schedules.regulations} />;
  return at === undefined ? <WeekPage week={week} /> : null;
};

/** Visits: one's week, what is visited, the plans of a year, and the import of a list; each for whom it concerns. */
export const Visits = ({ query }: { query: Query }) => {
  const { org, client, words } = useDesk();
  const { visiting } = words;
  const path = pathTo(org, "/visit-schedules");
  const ask = useCallback(() => client.get<Schedules>(path), [client, path]);
  const { value: schedules, failure, reload } = useLoaded(ask);
  const all = (schedules?.regulations ?? []).flatMap((one) => one.schedules);
  const links = [
    { at: undefined, says: visiting.week },
    ...(all.length > 0 ? [{ at: "objects", says: visiting.objects }] : []),
    ...(all.some(({ planned }) => planned) ? [{ at: "plans", says: visiting.plans }] : []),
    ...(all.some(({ may }) => may.includes("visit")) ? [{ at: "import", says: visiting.import }] : []),
  ];
  const here = query.id === undefined ? query.at : "objects";
  return (
    <>
      <nav className="places" aria-label={visiting.title}>
        {links.map(({ at, says }) => (
          <a
            key={says}
            href={hashOf({ org, page: "visits", query: at === undefined ? {} : { at } })}
            aria-current={at === here ? "page" : undefined}
          >
            {says}
          </a>
        ))}
      </nav>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      <Within query={query} schedules={schedules} />
    </>
  );
};
