// Types of browsers.mjs, which is plain JavaScript because it runs before anything is installed.

/** The path of a Chromium, Chrome or Edge, or `null`. */
export function findChromium(): string | null;

/** The path of a Firefox, or `null`. */
export function findFirefox(): string | null;
