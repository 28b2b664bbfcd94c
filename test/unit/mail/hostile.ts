import fc from "fast-check";

/** What somebody who means harm, or a broken phone, may write into any field. */
const ATTACKS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  "</textarea></title></style><svg onload=alert(1)>",
  "<!-- ]]> --> {{constructor}} #{7*7}",
  "Bcc: everyone@example.com",
  "\r\nBcc: everyone@example.com\r\n\r\nbody",
  "a\0b\u0007c\u2028d\u0085e",
  "\u202egnp.eciohc\u202c \u2066x\u2069",
  "\ud800 lone \udfff",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "长".repeat(6000),
  "&lt;b&gt; &amp; &#60;",
  "javascript:alert(1)",
];

export const hostile: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...ATTACKS), fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom(...ATTACKS))
  .map((parts) => `x${parts.join(" ")}`);

/**
 * The tags of a page in order with the values of their attributes taken out. Data may change what is read, never this.
 * Line breaks of a quotation are the one thing that data may add.
 */
export const structure = (page: string): readonly string[] =>
  [...page.matchAll(/<[a-z!/][^<>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""')).filter((tag) => tag !== "<br>");
