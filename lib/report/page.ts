import { createHash } from "node:crypto";
import { escapeHtml, jsonForScript } from "../text/html";
import { count } from "../text/quoted";
import type { Estate } from "./estate";
import { pack } from "./page/packed";
import { PAGE_SCRIPT, PAGE_STYLE } from "./page-code";

/** How a page of ours begins. */
export const PAGE_MARK = '<meta name="generator" content="cdktf-cognito">';

/** The views, by their address within the page. */
const TABS = {
  clients: "Clients",
  pools: "Pools",
  attributes: "Attributes",
  differences: "Differences",
  findings: "Findings",
  promises: "Promises",
};

/**
 * The estate as one HTML page that needs nothing else: data, style and script are in it, and its content security policy lets
 * it load nothing and run nothing but them.
 */
export function estatePage(estate: Estate): string {
  const { project, config, generator } = estate;
  const title = escapeHtml(`${project} user pools`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${PAGE_MARK}
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#title">Skip to the content</a>
<header>
<h1>${title}</h1>
<p class="origin">as ${escapeHtml(config)} describes them</p>
<ul class="summary">${summary(estate)}</ul>
<nav class="tabs" aria-label="views">
${tabs(estate)}
</nav>
</header>
<main>
<div class="heading"><h2 id="title" tabindex="-1">Clients</h2><span id="status" role="status"></span></div>
<form id="filters" role="search">
<div class="field search"><label for="search">Search</label><input id="search" type="search" autocomplete="off" spellcheck="false"></div>
</form>
<div id="content"><noscript>The page needs its script. The same data is in estate.json and clients.csv beside it.</noscript></div>
</main>
<footer>Written by cdktf-cognito ${escapeHtml(generator.version)}, rule set ${escapeHtml(generator.ruleSet)}, from the config alone.</footer>
<script type="application/json" id="estate">${jsonForScript(pack(estate))}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

const POLICY = [
  "default-src 'none'",
  `script-src '${hashOf(PAGE_SCRIPT)}'`,
  `style-src '${hashOf(PAGE_STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function summary({ summary, environments }: Estate): string {
  const { pools, clients, errors, warnings, acknowledged } = summary;
  const items: readonly (readonly [number: number, noun: string, kind?: string])[] = [
    [pools, "pool"],
    [environments.length, "environment"],
    [clients, "client"],
    [errors, "error", errors > 0 ? "error" : ""],
    [warnings, "warning", warnings > 0 ? "warning" : ""],
  ];
  return [
    ...items.map(([number, noun, kind = ""]) => {
      const [, words = ""] = count(number, noun).split(" ");
      return `<li class="${kind}"><b>${number}</b>${words}</li>`;
    }),
    `<li><b>${acknowledged}</b>acknowledged</li>`,
  ].join("");
}

function tabs({ differences, promises }: Estate): string {
  const counts: Readonly<Record<string, number>> = { differences: differences.length, promises: promises.length };
  return Object.entries(TABS)
    .map(([view, title]) => {
      const number = counts[view];
      const shown = number === undefined ? "" : ` <span class="count">${number}</span>`;
      return `<a id="tab-${view}" href="#/${view}">${title}${shown}</a>`;
    })
    .join("\n");
}
