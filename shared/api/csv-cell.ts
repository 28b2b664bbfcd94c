/** Without it Excel reads Chinese as something else. */
export const BOM = "\uFEFF";

/** What a spreadsheet would run as a formula stands behind an apostrophe, which it then shows as text. */
export const disarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A cell as CSV writes it (RFC 4180); what it says stays as it is. */
export const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
