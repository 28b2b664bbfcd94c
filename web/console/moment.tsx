import { useDesk } from "./desk.ts";
import { sayMoment } from "./words/time.ts";

/** A moment of the office in the reader's language. `due`: midnight is the end of the day before. */
export const Moment = ({ at, due = false }: { at: string; due?: boolean }) => {
  const { locale } = useDesk();
  return <time dateTime={at}>{sayMoment(at, locale, due)}</time>;
};

/** Who did something, and when. */
export const Deed = ({ by, at }: { by: string; at: string }) => (
  <>
    {by}
    <span className="clock">
      <Moment at={at} />
    </span>
  </>
);
