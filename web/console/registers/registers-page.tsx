import { Skeleton } from "antd";
import { useCallback, useEffect } from "react";
import type * as z from "zod";
import type { RegisterList } from "../../../shared/api/registers.ts";
import { pathTo, useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { FailureNote } from "../parts.tsx";
import { hashOf, type Query } from "../route.ts";
import { RegisterPart } from "./register.tsx";
import { Waiting } from "./waiting.tsx";

type Registers = z.infer<typeof RegisterList>;
type One = Registers["items"][number];

/** A register by its name in an address. */
const nameOf = ({ policy, form }: One): string => `${policy.id}/${form}`;

const Choice = ({ items, chosen }: { items: readonly One[]; chosen: string }) => {
  const { org, words } = useDesk();
  const groups = Map.groupBy(items, ({ policy }) => policy.title);
  return (
    <label className="registers">
      <span>{words.registers.choose}</span>{" "}
      <select
        value={chosen}
        onChange={({ target }) => {
          location.hash = hashOf({ org, page: "registers", query: { of: target.value } });
        }}
      >
        {[...groups].map(([title, ones]) => (
          <optgroup key={title} label={title}>
            {ones.map((one) => (
              <option key={nameOf(one)} value={nameOf(one)}>
                {one.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
};

/** The registers that the regulations keep beside cases: choose one, list it, enter, put right, stamp, strike out. */
export const RegistersPage = ({ query }: { query: Query }) => {
  const { org, client, words } = useDesk();
  const path = pathTo(org, "/registers");
  const ask = useCallback(() => client.get<Registers>(path), [client, path]);
  const { value, failure, reload } = useLoaded(ask);
  useEffect(() => {
    document.title = `${words.registers.title} · ${words.console}`;
  }, [words]);
  if (failure !== undefined) return <FailureNote failure={failure} again={() => void reload()} />;
  if (value === undefined) return <Skeleton active />;
  const chosen = value.items.find((one) => nameOf(one) === query.of) ?? value.items[0];
  if (chosen === undefined) return <p>{words.registers.noRegister}</p>;
  return (
    <>
      <h1>{words.registers.title}</h1>
      <Waiting />
      <Choice items={value.items} chosen={nameOf(chosen)} />
      <RegisterPart key={nameOf(chosen)} register={chosen} query={query} />
    </>
  );
};
