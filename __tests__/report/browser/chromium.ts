import { existsSync } from "node:fs";

/** Where Linux distributions, and the variable that names another one, have Chromium. */
const PLACES = [
  process.env.COGNITO_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The program of the browser; `undefined` where there is none. */
export const executable = PLACES.find((place) => place !== undefined && existsSync(place));
