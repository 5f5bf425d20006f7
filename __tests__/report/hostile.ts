/** Texts that are something else in HTML, JavaScript, a template, a table or a terminal. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "]]>-->",
  "<img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  "&lt;b&gt;&amp;",
  "${jndi:ldap://x} %{ if true }",
  "`${alert(1)}`",
  "javascript:alert(1)",
  "=cmd|' /C calc'!A0",
  '+1;"a",b',
  "@SUM(1)",
  "a\nb",
  "\u202eright to left",
  "__proto__",
];

/** A config that has each of them as the name of a client, as a description and as a reason. */
export function hostileConfig(): string {
  const clients = HOSTILE.map(
    (text, index) =>
      `      c${index}: { platform: spa, name: ${JSON.stringify(text)}, callbackUrls: [${JSON.stringify(`https://app.example.com/?q=${text}`)}], acknowledge: { OAU-30: ${JSON.stringify(text)} } }`,
  );
  return `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    domain: { prefix: acme }
    clients:
${clients.join("\n")}
`;
}
