import { Input } from "antd";
import { useId } from "react";
import { useDesk } from "../desk.ts";
import type { Typed } from "./kept.ts";
import { More } from "./line.tsx";

type People = Typed["people"];

/** Who inspects, one of them in charge (GAS-06). */
export const PeopleField = ({
  people,
  least,
  say,
}: {
  people: People;
  least: number;
  say: (people: People) => void;
}) => {
  const { inspecting } = useDesk().words;
  const id = useId();
  const put = (at: number, name: string) => say(people.map((one, place) => (place === at ? { ...one, name } : one)));
  return (
    <fieldset className="line">
      <legend>{inspecting.people}</legend>
      <p className="clock">{inspecting.atLeast(least)}</p>
      {people.map(({ name, inCharge }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person of the form is told by their place alone
        <div key={at} className="person-row">
          <Input
            aria-label={`${inspecting.person} ${at + 1}`}
            maxLength={100}
            value={name}
            onChange={({ target }) => put(at, target.value)}
          />
          <label>
            <input
              type="radio"
              name={id}
              checked={inCharge}
              onChange={() => say(people.map((one, place) => ({ ...one, inCharge: place === at })))}
            />
            {inspecting.inCharge}
          </label>
        </div>
      ))}
      <More says={inspecting.addPerson} add={() => say([...people, { name: "", inCharge: false }])} />
    </fieldset>
  );
};
