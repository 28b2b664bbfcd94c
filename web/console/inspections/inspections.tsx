import { Skeleton } from "antd";
import { useDesk } from "../desk.ts";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { CommonPage } from "./common-page.tsx";
import { FormPage } from "./form-page.tsx";
import { InspectionPage } from "./inspection-page.tsx";
import { chosen, type Known, useKnown } from "./known.ts";
import { Findings, Made } from "./lists.tsx";
import { Make } from "./make.tsx";
import { type Outbox, useOutbox } from "./outbox.ts";

const LISTS = { made: Made, findings: Findings, common: CommonPage } as const;

/** A list of the regulation that is looked at; whoever may see none reads so. */
const List = ({ at, query, known }: { at: keyof typeof LISTS; query: Query; known: Known }) => {
  const { inspecting } = useDesk().words;
  const { regulations, failure, reload } = known;
  if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
  if (regulations === undefined) return <Skeleton active />;
  const all = at === "common" ? regulations.filter(({ common }) => common) : regulations;
  const here = chosen({ ...known, regulations: all }, query);
  const Shown = LISTS[at];
  return here === undefined ? <p>{inspecting.none}</p> : <Shown query={query} all={all} here={here} />;
};

const Within = ({ query, outbox }: { query: Query; outbox: Outbox }) => {
  const known = useKnown(outbox.person.sub);
  const { id, draft, at } = query;
  if (id !== undefined) return <InspectionPage key={id} id={id} outbox={outbox} />;
  if (draft !== undefined) return <FormPage key={draft} id={draft} outbox={outbox} />;
  if (at === "made" || at === "findings" || at === "common") return <List at={at} query={query} known={known} />;
  return <Make outbox={outbox} known={known} />;
};

/** Inspections: made on a phone with or without a network, what they found, and what they have in common. */
export const Inspections = ({ query }: { query: Query }) => {
  const { org, words } = useDesk();
  const { inspecting } = words;
  const outbox = useOutbox();
  const links = [
    { at: undefined, says: inspecting.make },
    { at: "findings", says: inspecting.findings },
    { at: "made", says: inspecting.made },
    { at: "common", says: inspecting.common },
  ];
  return (
    <>
      <nav className="places" aria-label={inspecting.title}>
        {links.map(({ at, says }) => (
          <a
            key={says}
            href={hashOf({ org, page: "inspections", query: at === undefined ? {} : { at } })}
            aria-current={query.id === undefined && at === query.at ? "page" : undefined}
          >
            {says}
          </a>
        ))}
      </nav>
      <Within query={query} outbox={outbox} />
    </>
  );
};
