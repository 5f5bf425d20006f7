/** What a token is to the layout rules of `terraform fmt`. */
export type TokenKind =
  | "identifier"
  | "number"
  | "operator"
  | "open"
  | "close"
  | "quote open"
  | "quote close"
  | "literal"
  | "sequence open"
  | "sequence close"
  | "newline";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** An interpolation or a control sequence of a template, `${...}` or `%{...}`, and where it ends. */
export interface Sequence {
  /** With the sequence's own delimiters, which may carry a trim marker: `${~`, `~}`. */
  readonly tokens: readonly Token[];
  /** Offset of the first character after it. */
  readonly end: number;
}

const BLANK = /[ \t\r]+|\/\*[\s\S]*?\*\//y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const OPERATOR = /==|!=|<=|>=|&&|\|\||=>|\.\.\.|::|[-+*/%!<>=?:.,&|^~]/y;
const QUOTED_TEXT = /(?:\\[\s\S]|\$\$\{|%%\{|[$%](?!\{)|[^"\\$%])+/y;

/**
 * Splits a Terraform expression, as found inside `${...}`, into tokens.
 *
 * Comments are left out and a line break stays only where it separates the items of an object.
 *
 * @throws SyntaxError when the text is not an expression, or has a heredoc.
 */
export function tokenize(expression: string): Token[] {
  const scanner = new Scanner(expression, 0);
  scanner.expression();
  if (scanner.at < expression.length) scanner.fail();
  return scanner.tokens;
}

/**
 * Reads the template sequence that begins at `start`: braces in strings and objects inside it do not end it.
 *
 * @throws SyntaxError when it does not end, or holds a heredoc.
 */
export function sequenceAt(template: string, start: number): Sequence {
  const scanner = new Scanner(template, start);
  scanner.sequence();
  return { tokens: scanner.tokens, end: scanner.at };
}

class Scanner {
  readonly tokens: Token[] = [];

  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  fail(): never {
    throw new SyntaxError(`not a Terraform expression: ${this.text} (at ${this.at})`);
  }

  /** Up to the end of the text, or to the bracket that closes what is around it. */
  expression(around?: "(" | "[" | "{"): void {
    const start = this.tokens.length;
    while (this.at < this.text.length) {
      if (this.skip(BLANK) || this.skip(LINE_COMMENT)) continue;
      if (this.token("identifier", IDENTIFIER) || this.token("number", NUMBER)) continue;
      const next = this.text[this.at] as string;
      if (")]}".includes(next) || this.text.startsWith("~}", this.at)) return;
      if (next === "\n") this.newline(around === "{" ? this.tokens.slice(start) : []);
      else if (next === '"') this.quoted();
      else if (next === "(" || next === "[" || next === "{") this.brackets(next);
      else if (this.text.startsWith("<<", this.at) || !this.token("operator", OPERATOR)) this.fail();
    }
  }

  sequence(): void {
    this.push("sequence open", this.text.startsWith("~", this.at + 2) ? 3 : 2);
    this.expression();
    this.closing("sequence close", this.text.startsWith("~}", this.at) ? "~}" : "}");
  }

  private brackets(open: "(" | "[" | "{"): void {
    this.push("open", 1);
    this.expression(open);
    this.closing("close", { "(": ")", "[": "]", "{": "}" }[open]);
  }

  private quoted(): void {
    this.push("quote open", 1);
    while (this.text[this.at] !== '"') {
      if (this.token("literal", QUOTED_TEXT)) continue;
      if (this.at >= this.text.length) this.fail();
      this.sequence();
    }
    this.push("quote close", 1);
  }

  /** Only between two items of an object is a line break more than a blank. */
  private newline(object: readonly Token[]): void {
    const separates = object.length > 0 && object[0]?.text !== "for" && !/^[,\n]$/.test(object.at(-1)?.text ?? "");
    if (separates) this.push("newline", 1);
    else this.at += 1;
  }

  private closing(kind: TokenKind, text: string): void {
    if (!this.text.startsWith(text, this.at)) this.fail();
    this.push(kind, text.length);
  }

  private push(kind: TokenKind, length: number): void {
    this.tokens.push({ kind, text: this.text.slice(this.at, this.at + length) });
    this.at += length;
  }

  private token(kind: TokenKind, pattern: RegExp): boolean {
    const start = this.at;
    if (!this.skip(pattern)) return false;
    this.tokens.push({ kind, text: this.text.slice(start, this.at) });
    return true;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
