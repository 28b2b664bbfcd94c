import { createContext, useContext } from "react";
import type { FormReply } from "../../shared/api/bodies.ts";
import type { Locale } from "../../shared/kernel/text.ts";
import type { Client } from "./api/client.ts";
import type { Words } from "./words/words.ts";

/** What every screen needs: whose desk it is, in which language, and how to ask. */
export type Desk = {
  readonly org: string;
  readonly locale: Locale;
  readonly words: Words;
  readonly client: Client;
  /** The company's complaint form, for the titles of its clocks and categories; undefined until it is read. */
  readonly form: FormReply | undefined;
};

const Context = createContext<Desk | undefined>(undefined);

export const DeskProvider = Context.Provider;

/** @throws outside of a desk, which only a programmer can cause. */
export const useDesk = (): Desk => {
  const desk = useContext(Context);
  if (desk === undefined) throw new Error("no desk around this component");
  return desk;
};

type Category = FormReply["categories"][number];

const titleIn = (tree: readonly Category[], code: string): string | undefined => {
  for (const node of tree) {
    const found = node.code === code ? node.title : titleIn(node.children, code);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const categoryTitle = (form: FormReply | undefined, code: string): string =>
  `${code} ${titleIn(form?.categories ?? [], code) ?? ""}`.trim();

export const clockTitle = (form: FormReply | undefined, id: string): string =>
  form?.deadlines.find(({ clock }) => clock === id)?.title ?? id;
