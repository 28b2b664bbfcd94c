import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useDesk } from "../desk.ts";

type SearchBoxProps = {
  readonly label: string;
  readonly hint?: string;
  readonly max: number;
  readonly typed: string;
  readonly find: (typed: string) => void;
};

/** One box for everything that what is looked for can be known by. */
export const SearchBox = ({ label, hint, max, typed, find }: SearchBoxProps) => {
  const { words } = useDesk();
  const [box, help] = [useId(), useId()];
  const [text, setText] = useState(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find(text.trim());
  };
  return (
    <search>
      <form className="search" onSubmit={submit}>
        <label htmlFor={box}>{label}</label>
        <Input
          id={box}
          type="search"
          value={text}
          maxLength={max}
          aria-describedby={hint === undefined ? undefined : help}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit">{words.list.find}</Button>
        {hint !== undefined && (
          <small id={help} className="quiet">
            {hint}
          </small>
        )}
      </form>
    </search>
  );
};
