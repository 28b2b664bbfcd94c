import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useDesk } from "../desk.ts";

/** One box for everything that a case can be known by. */
export const SearchBox = ({ typed, find }: { typed: string; find: (typed: string) => void }) => {
  const { words } = useDesk();
  const [text, setText] = useState(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find(text.trim());
  };
  return (
    <search>
      <form className="search" onSubmit={submit}>
        <label htmlFor="search">{words.list.search}</label>
        <Input
          id="search"
          type="search"
          value={text}
          maxLength={200}
          aria-describedby="search-hint"
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit">{words.list.find}</Button>
        <small id="search-hint" className="quiet">
          {words.list.searchHint}
        </small>
      </form>
    </search>
  );
};
