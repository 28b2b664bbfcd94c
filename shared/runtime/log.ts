/** The closed vocabulary of our logs: the code is for alarms and queries, the sentence for people. */
const said = {
  SERVED: "a request was answered",
  BROKE: "a request could not be answered",
  WOKE: "records were woken",
  WAKE_FAILED: "one record could not be woken and will be tried again",
  PHOTO_SEEN: "a photo was looked at",
  PHOTO_ASIDE: "an object that is nobody's photo was put aside",
  ORDER_FAILED: "an order to erase a person's data could not go on and will be tried again",
  ANCHORED: "the heads of days that are over were written down",
  MAIL_IN: "a mail came in and was looked at",
  CALENDAR_MISSING: "holiday calendars are missing, and deadlines that need them have no date",
  ADDRESS_OPENED: "somebody let mail go to an address again",
  MAIL_REFUSED: "a mail was not taken by the mail service",
  MAIL_CAME_BACK: "the mail service sent word of a mail that it had taken",
  MAIL_UNKNOWN: "the mail service sent word of a mail that is nobody's",
  DIGEST_CUT: "a digest left without the file of its lists, which was too large",
  DIGEST_UNREAD: "digests were due for roles whose mail nobody reads",
  DESK_UNREACHABLE: "mail to an address of the company's own staff comes back",
} as const;

/**
 * One JSON line. Only ids and figures can be said, never an object, so that no customer's name or address has a way in.
 */
export const log = (
  code: keyof typeof said,
  ids: Readonly<Record<string, string | number | boolean | undefined>> = {},
): void => console.log(JSON.stringify({ code, says: said[code], ...ids }));
