import { useDesk } from "./desk.ts";
import { useNow } from "./hooks.ts";
import { Mark } from "./parts.tsx";
import { sayLength, sayMoment } from "./words/time.ts";

const DAY = 86_400_000;

/** A due that still counts: the date, and how long is left or how long it is overdue. */
export const Due = ({ due }: { due: string }) => {
  const { locale, words } = useDesk();
  const left = Date.parse(due) - useNow();
  const over = left < 0;
  const length = sayLength(left, locale);
  return (
    <span className="due">
      <time dateTime={due}>{sayMoment(due, locale, true)}</time>
      <Mark tone={over ? "bad" : left < DAY ? "wait" : "info"}>
        {over ? words.due.over(length) : words.due.left(length)}
      </Mark>
    </span>
  );
};
