import type { Instant } from "../../kernel/instant.ts";
import type { Customer } from "../../survey/customer.ts";
import { Invitation } from "../../survey/invitation.ts";
import type { Page } from "../store.ts";
import { CampaignRecord, type CampaignRef, type CampaignStore, type CustomerStore } from "./campaigns.ts";

/** As many as the table hands out at a time. */
const A_PAGE = 100;

type Stored = { readonly version: number };

/** Items by their name. Everything is copied in and out as text, so that nobody shares what was stored. */
const shelf = <T extends Stored>(read: (item: unknown) => T) => {
  const stored = new Map<string, string>();
  const find = (name: string): T | undefined => {
    const text = stored.get(name);
    return text === undefined ? undefined : read(JSON.parse(text));
  };
  return {
    find,
    all: (): T[] => [...stored.values()].map((text) => read(JSON.parse(text))),
    /** Version N+1 over version N, of which the first stands over nothing. */
    put: (name: string, item: T, over: number | undefined): boolean => {
      if (find(name)?.version !== over) return false;
      stored.set(name, JSON.stringify({ ...item, version: item.version + 1 }));
      return true;
    },
  };
};

const paged = <T>(all: readonly T[], limit: number, cursor: string | undefined): Page<T> => {
  const from = Number(cursor ?? 0);
  return { items: all.slice(from, from + limit), cursor: from + limit < all.length ? String(from + limit) : undefined };
};

const nameOf = ({ org, id }: CampaignRef, invitation = ""): string => `${org} ${id} ${invitation}`;

/** Campaigns and their invitations in memory, for tests and simulations. */
export const memoryCampaigns = (): CampaignStore => {
  const campaigns = shelf((item) => CampaignRecord.parse(item));
  const invitations = shelf((item) => Invitation.parse(item));
  const ofCampaign = ({ org, id }: CampaignRef): Invitation[] =>
    invitations.all().filter((one) => one.org === org && one.campaign === id);
  const plannedAt = ({ timeline }: CampaignRecord): string => timeline[0]?.at ?? "";
  const waiting = <T>(all: readonly T[], at: (one: T) => Instant | undefined, now: Instant) => {
    const rows = all
      .flatMap((one) => {
        const due = at(one);
        return due === undefined ? [] : [{ one, due }];
      })
      .sort((a, b) => (a.due < b.due ? -1 : 1));
    return {
      due: rows.filter(({ due }) => due <= now).map(({ one }) => one),
      next: rows.find(({ due }) => due > now)?.due,
    };
  };
  return {
    load: async (ref) => campaigns.find(nameOf(ref)),
    create: async (record) => (campaigns.put(nameOf(record), record, undefined) ? "created" : "exists"),
    save: async (record) => (campaigns.put(nameOf(record), record, record.version) ? "saved" : "overtaken"),
    list: async (org, limit, cursor) => {
      const own = campaigns.all().filter((one) => one.org === org);
      return paged(
        own.sort((a, b) => (plannedAt(a) > plannedAt(b) ? -1 : 1)),
        limit,
        cursor,
      );
    },
    due: async (now) => {
      const { due, next } = waiting(campaigns.all(), ({ wakeAt }) => wakeAt, now);
      return { refs: due.map(({ org, id }) => ({ org, id })), next };
    },
    invite: async (some) =>
      some.filter((one) => invitations.put(nameOf({ org: one.org, id: one.campaign }, one.id), one, undefined)).length,
    invitation: async (ref, id) => invitations.find(nameOf(ref, id)),
    saveInvitation: async (one) =>
      invitations.put(nameOf({ org: one.org, id: one.campaign }, one.id), one, one.version) ? "saved" : "overtaken",
    mailsDue: async (ref, now, limit) => {
      const { due, next } = waiting(ofCampaign(ref), ({ nextAt }) => nextAt, now);
      return { ids: due.slice(0, limit).map(({ id }) => id), next };
    },
    invitations: async (ref, cursor) => paged(ofCampaign(ref), A_PAGE, cursor),
    invitationsAfter: async (ref, after = "", limit) => {
      const left = ofCampaign(ref)
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      return { items: left.slice(0, limit), more: left.length > limit };
    },
  };
};

/** A company's list of customers in memory. */
export const memoryCustomers = (): CustomerStore => {
  const stored = new Map<string, Customer>();
  return {
    remove: async (org, id) => {
      stored.delete(`${org} ${id}`);
    },
    put: async (customers) => {
      for (const one of customers) stored.set(`${one.org} ${one.id}`, structuredClone(one));
    },
    page: async (org, limit, cursor) =>
      paged(
        [...stored.values()].filter((one) => one.org === org).sort((a, b) => (a.id < b.id ? -1 : 1)),
        limit,
        cursor,
      ),
  };
};
