/** What a mail says anew, and what it repeats. */
export type Said = { readonly text: string; readonly quoted: string | undefined };

/**
 * Where mail programs begin to repeat what they answer: "On … wrote:" (it may break over two lines), "… 写道：", "-----Original
 * Message-----", "原始邮件", or the head of a forwarded mail.
 */
const BEGINS: readonly RegExp[] = [
  /^On\b.{4,200}\bwrote:$/i,
  /^(?:在|於|于)?.{4,200}(?:写道|寫道)[:：]$/,
  /^-{2,}\s*(?:Original Message|Forwarded message|原始邮件|原始郵件|转发邮件|回复的原邮件|原邮件).{0,20}$/i,
  /^_{20,}$/,
];

/** The first lines of a mail's head, as Outlook and QQ Mail repeat it. */
const HEAD = /^(?:From|发件人|寄件者|寄件人)\s*[:：]/i;
const HEAD_GOES_ON = /^(?:Sent|Date|To|发送时间|发件时间|日期|时间|收件人|寄件日期)\s*[:：]/i;

const begins = (lines: readonly string[], at: number): boolean => {
  const line = lines[at]?.replace(/^\*+|\*+$/g, "").trim() ?? "";
  const next = lines[at + 1]?.trim() ?? "";
  if (BEGINS.some((pattern) => pattern.test(line))) return true;
  if (/^On\b/i.test(line) && BEGINS[0]?.test(`${line} ${next}`)) return true;
  return (
    HEAD.test(line) && lines.slice(at + 1, at + 4).some((one) => HEAD_GOES_ON.test(one.trim().replace(/^\*+/, "")))
  );
};

/**
 * Parts what somebody wrote from what their mail program put below it. Only what stands at the end is taken for repeated:
 * who answers between the lines loses nothing. A mail that only repeats says nothing anew.
 */
export const parted = (body: string): Said => {
  const lines = body.replace(/\r\n?/g, "\n").split("\n");
  const head = lines.findIndex((_, at) => begins(lines, at));
  const written = (head === -1 ? lines : lines.slice(0, head)).join("\n").trimEnd();
  const below = head === -1 ? [] : lines.slice(head);
  const between = below.slice(1).some((line) => /^\s*>/.test(line)) && unquoted(below.slice(1)) !== "";
  if (head !== -1 && !between) return { text: written.trim(), quoted: below.join("\n").trim() };
  return tail(lines);
};

/** What stands unmarked after marked lines begin. */
const unquoted = (lines: readonly string[]): string => {
  const first = lines.findIndex((line) => /^\s*>/.test(line));
  return lines
    .slice(first === -1 ? lines.length : first)
    .filter((line) => !/^\s*>/.test(line))
    .join("")
    .trim();
};

/** The marked lines at the very end. */
const tail = (lines: readonly string[]): Said => {
  let from = lines.length;
  while (from > 0 && /^\s*(?:>.*)?$/.test(lines[from - 1] ?? "")) from -= 1;
  const quoted = lines.slice(from).join("\n").trim();
  return { text: lines.slice(0, from).join("\n").trim(), quoted: quoted === "" ? undefined : quoted };
};
