import { createContext, useContext } from "react";
import type { DeskReply } from "../../shared/api/desk.ts";
import type { Locale } from "../../shared/kernel/text.ts";
import type { Client } from "./api/client.ts";
import type { Words } from "./words/words.ts";

export type Regulation = DeskReply["regulations"][number];

/** What every screen needs: whose desk it is, in which language, and how to ask. */
export type Desk = {
  readonly org: string;
  readonly locale: Locale;
  readonly words: Words;
  readonly client: Client;
  /** The company with its regulations, for the titles of states and categories; undefined until they are read. */
  readonly house: DeskReply | undefined;
  /** The address of the list as it was last looked at. */
  readonly list: string;
};

const Context = createContext<Desk | undefined>(undefined);

export const DeskProvider = Context.Provider;

/** @throws outside of a desk, which only a programmer can cause. */
export const useDesk = (): Desk => {
  const desk = useContext(Context);
  if (desk === undefined) throw new Error("no desk around this component");
  return desk;
};

type Capability = Regulation["may"][number];

/** The regulations with whose cases the caller may do something; none before they are read. */
export const allowed = ({ house }: Pick<Desk, "house">, may: Capability): readonly Regulation[] =>
  (house?.regulations ?? []).filter((one) => one.may.includes(may));

export const pathTo = (org: string, rest: string): string => `/v1/${encodeURIComponent(org)}${rest}`;
