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
  "-2+3+cmd|' /C calc'!A0",
  "\t=1+1",
  "＝1+1",
  "a\nb",
  "a\r\n=1+1",
  "\u202eright to left",
  "__proto__",
  "W".repeat(120),
];

/**
 * A config that has each of them wherever text can be: names, addresses, reasons, where credentials and logs go, ARNs, hosts of
 * a proxy, defaults of variables, promises.
 */
export function hostileConfig(): string {
  const clients = HOSTILE.map((text, index) => {
    const json = JSON.stringify(text);
    return `      c${index}: { platform: spa, name: ${json}, callbackUrls: [${JSON.stringify(`https://app.example.com/?q=${text}`)}], explicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH], acknowledge: { FLOW-06: ${json} } }`;
  });
  const pools = HOSTILE.map((text, index) => {
    const json = JSON.stringify(text);
    return `  p${index}:
    userPoolTier: PLUS
    advancedSecurityMode: AUDIT
    name: ${json}
    webAclArn: ${json}
    domain: { prefix: { var: prefix${index}, default: ${json} } }
    logDelivery: { userNotification: { cloudwatchLogs: ${json} }, userAuthEvents: { s3: ${json} } }
    resourceServers: { api: { identifier: ${json}, scopes: { ${JSON.stringify(scopeOf(text))}: ${json} } } }
    clients:
      delivered: { platform: server, deliver: { secretsManager: { name: ${json} }, ssm: { prefix: ${json} } } }
      proxied: { platform: ios, secretHashProxy: { domain: ${json}, webAclArn: ${json} } }`;
  });
  const promises = HOSTILE.map((text) => `no client has api/${scopeOf(text)}`);
  return `
project: acme
environments: { prod: { region: eu-west-1 } }
promises: ${JSON.stringify(promises)}
pools:
  users:
    domain: { prefix: acme }
    clients:
${clients.join("\n")}
${pools.join("\n")}
`;
}

/** A text as one word of a promise. */
function scopeOf(text: string): string {
  return `x${text.replaceAll(/[\s,]/g, "_")}`;
}
