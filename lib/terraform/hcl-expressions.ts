import { type Token, tokenize } from "./hcl-tokens";

/**
 * An expression on one line with the spaces that `terraform fmt` gives it.
 *
 * @throws SyntaxError when the text is not an expression, or has a heredoc.
 */
export function formatExpression(expression: string): string {
  return formatTokens(tokenize(expression));
}

/** Tokens on one line with the spaces that `terraform fmt` puts between them. */
export function formatTokens(tokens: readonly Token[]): string {
  return spacedTokens(onOneLine(tokens)).join("");
}

/** The tokens of one line, each with the space that `terraform fmt` puts behind it. */
export function spacedTokens(line: readonly Token[]): string[] {
  return line.map((token, index) => token.text + (spaceAfter(line, index) ? " " : ""));
}

/** A line break between two items of an object becomes a comma. */
function onOneLine(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "newline") return [token];
    return /^[},]$/.test(tokens[index + 1]?.text ?? "") ? [] : [{ kind: "operator", text: "," }];
  });
}

/** What a minus sign follows when it negates. */
const BEFORE_NEGATION = /^(?:[([{=:,?+*/%!<>-]|==|!=|<=|>=|&&|\|\|)$/;

/**
 * The rules of `terraform fmt`, the first that fits, with its oddities: `if(x)`, `"${- 1}"`.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclwrite/format.go
 */
function spaceAfter(line: readonly Token[], index: number): boolean {
  const [before, token, after] = [line[index - 1], line[index] as Token, line[index + 1]];
  if (after === undefined) return false;
  if (token.kind === "identifier" && after.text === "(") return false;
  if (isOperator(token, ".", "::") || isOperator(after, ".", "::", ",", "...")) return false;
  if (isOperator(token, ",")) return true;
  if (isText(token) || token.kind === "quote open" || isText(after) || after.kind === "quote close") return false;
  if (token.text === "in" && before?.kind === "identifier") return true;
  if (after.text === "[" && (token.kind === "identifier" || token.kind === "number" || closes(token))) return false;
  if (isOperator(token, "!")) return false;
  if (isOperator(token, "-")) return before !== undefined && !BEFORE_NEGATION.test(before.text);
  if (token.text === "{" || isBrace(after)) return !(token.text === "{" && isBrace(after));
  if (token.kind === "sequence open") return after.text === "{";
  if (after.kind === "sequence close") return isBrace(token);
  if (token.kind === "sequence close" && after.kind === "sequence open") return false;
  return token.kind !== "open" && !closes(after);
}

function isOperator(token: Token, ...texts: string[]): boolean {
  return token.kind === "operator" && texts.includes(token.text);
}

function isText(token: Token): boolean {
  return token.kind === "literal";
}

function isBrace(token: Token): boolean {
  return token.kind === "close" && token.text === "}";
}

function closes(token: Token): boolean {
  return token.kind === "close" || token.kind === "sequence close";
}
