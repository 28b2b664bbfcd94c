/** The one stylesheet of the customer pages. */
export const STYLE = "";
