#!/usr/bin/env node
// The AWS CLI as far as the page about adopting uses it: calls of AWS_ENDPOINT_URL, every page, and two forms of --query.
const [service, command, ...rest] = process.argv.slice(2);
const options = Object.fromEntries(
  rest.flatMap((word, index) => (word.startsWith("--") ? [[word.slice(2), rest[index + 1]]] : [])),
);
const { output, query, ...given } = options;
const pascal = (text) => text.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
const operation = pascal(command).replace("Ui", "UI");
const request = Object.fromEntries(Object.entries(given).map(([name, value]) => [pascal(name), value]));

async function call(body) {
  const response = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: "POST",
    headers: { "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}` },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

/** `A[].B`, or `A.[B,C]`. */
function queried(answer) {
  const [, list, field] = /^(\w+)\[\]\.(\w+)$/.exec(query) ?? [];
  if (list !== undefined) return answer[list].map((item) => item[field]);
  const [, object, fields] = /^(\w+)\.\[([\w,]+)\]$/.exec(query);
  return fields.split(",").map((name) => answer[object][name] ?? "None");
}

(async () => {
  if (service !== "cognito-idp") throw new Error(`not served: ${service}`);
  const { NextToken, ...answer } = await call(request);
  for (let token = NextToken; token !== undefined; ) {
    const page = await call({ ...request, NextToken: token });
    for (const [key, value] of Object.entries(page)) if (Array.isArray(value)) answer[key].push(...value);
    token = page.NextToken;
  }
  if (output === "text") console.log(queried(answer).join("\t"));
  else console.log(JSON.stringify(answer, null, 4));
})().catch((error) => {
  console.error(error.message);
  process.exit(254);
});
