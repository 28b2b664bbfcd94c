import chromium from "@sparticuz/chromium";

/** Unpacks the browser of its npm package into TMPDIR, with the libraries and the font that it brings. Run as a process of its own, since the package reads both from the environment. */
await chromium.executablePath();
