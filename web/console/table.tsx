import type { ReactNode } from "react";

type Column<T> = {
  readonly title: string;
  readonly show: (row: T) => ReactNode;
  readonly className?: string;
};

type TableProps<T> = {
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T, place: number) => string;
  /** `cases` is a list of its own, `records` stands in a card. */
  readonly className: "cases" | "records";
  readonly rowClass?: (row: T) => string | undefined;
  readonly caption?: string;
};

const isEmpty = (shown: ReactNode): boolean => shown === undefined || shown === null || shown === "";

/**
 * Rows with their columns on a wide screen; a card each, with the titles beside what they say, on a narrow one. A column
 * in which no row of a card's table says anything is left out.
 */
export const Table = <T,>({ columns, rows, keyOf, className, rowClass, caption }: TableProps<T>) => {
  const said = columns.filter(({ show }) => className === "cases" || rows.some((row) => !isEmpty(show(row))));
  return (
    <table className={className}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {said.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={keyOf(row, place)} className={rowClass?.(row)}>
            {said.map(({ title, show, className: own }) => (
              <td key={title} className={isEmpty(show(row)) ? "none" : own} data-label={title}>
                <div>{show(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
