import {
  CaseFigures,
  type FigureKey,
  type FigureRow,
  type FigureStore,
  GivenRecord,
  type KeptPart,
  type Piece,
  pieceAt,
} from "./figures.ts";

/** Figures in memory, for tests and simulations. */
export const memoryFigures = (): FigureStore => {
  const cases = new Map<string, CaseFigures>();
  const rows = new Map<string, Map<string, FigureRow>>();
  const pieces = new Map<string, Map<string, Piece>>();
  const given = new Map<string, GivenRecord>();
  const nameOf = ({ org, policy, kpi, period }: FigureKey): string => JSON.stringify([org, policy, kpi, period]);
  const placeOf = ({ at, of, member }: FigureRow): string => `${at}#${of}#${member}`;
  const inside = <T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> => {
    const found = all.get(name) ?? new Map<string, T>();
    all.set(name, found);
    return found;
  };
  return {
    ofCase: async ({ org, id }) => structuredClone(cases.get(`${org} ${id}`)),
    saveCase: async ({ org, id }, figures) => {
      if ((cases.get(`${org} ${id}`)?.version ?? 0) !== figures.version) return "overtaken";
      cases.set(`${org} ${id}`, CaseFigures.parse(structuredClone({ ...figures, version: figures.version + 1 })));
      return "saved";
    },
    apply: async ({ org, policy }, { put, drop }) => {
      const at = ({ kpi, period }: KeptPart) => nameOf({ org, policy, kpi, period });
      for (const part of drop) inside(rows, at(part)).delete(placeOf(part));
      for (const { kpi, period, ...row } of put)
        inside(rows, nameOf({ org, policy, kpi, period })).set(placeOf(row), row);
      for (const part of [...put, ...drop]) {
        const id = pieceAt(part.period, part.at);
        const all = inside(pieces, at(part));
        all.set(id, { ...all.get(id), id, changes: (all.get(id)?.changes ?? 0) + 1 });
      }
    },
    period: async (key) => ({
      pieces: [...inside(pieces, nameOf(key)).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      given: structuredClone(given.get(nameOf(key))),
    }),
    rows: async (key, { from = "", before = "~", falling = false, limit = 1000, cursor }) => {
      const all = [...inside(rows, nameOf(key))]
        .filter(([place]) => place >= from && place < before)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const ordered = falling ? all.reverse() : all;
      const rest = ordered.filter(([place]) => cursor === undefined || (falling ? place < cursor : place > cursor));
      const page = rest.slice(0, limit);
      return { items: page.map(([, row]) => row), cursor: rest.length > limit ? page.at(-1)?.[0] : undefined };
    },
    keepSum: async (key, id, sum) => {
      const piece = inside(pieces, nameOf(key)).get(id);
      if (piece?.changes === sum.changes) inside(pieces, nameOf(key)).set(id, { ...piece, sum });
    },
    saveGiven: async (key, record) => {
      if ((given.get(nameOf(key))?.version ?? 0) !== record.version) return "overtaken";
      given.set(nameOf(key), GivenRecord.parse(structuredClone({ ...record, version: record.version + 1 })));
      return "saved";
    },
  };
};
