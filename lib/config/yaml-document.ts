import { Composer, type CST, type Document, Lexer, Parser, type YAMLError } from "yaml";
import { MAX_DEPTH } from "./plain-data";
import type { Unreadable } from "./problem";

/** How many lexical tokens a file may have: 10,000 clients have half a million. */
const MAX_TOKENS = 2_000_000;

/** A YAML document as far as its syntax allows. */
export interface YamlDocument {
  readonly document?: Document;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Parses the one document of a YAML text. Depth and size are bounded before anything recurses over them, since a
 * thousand open brackets would otherwise exhaust the stack, and millions of values the memory.
 *
 * @param options `keepSourceTokens`: whether each node has its token, which says how it is indented; default false
 */
export function composeYaml(text: string, options: { readonly keepSourceTokens?: boolean } = {}): YamlDocument {
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, ...options });
  try {
    const [document, second] = composer.compose(boundedTokens(text), true, text.length);
    if (document === undefined) return { unreadable: [] };
    const tags = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
    const extra = second
      ? [unreadable("CFG-02", "a second YAML document begins here", ONE_DOCUMENT, start(second))]
      : [];
    return { document, unreadable: [...document.errors.map(syntaxError), ...tags.map(unknownTag), ...extra] };
  } catch (error) {
    if (error instanceof OutOfBounds) return { unreadable: [error.unreadable] };
    throw error;
  }
}

const ONE_DOCUMENT = "leave one document in the file";

class OutOfBounds extends Error {
  constructor(readonly unreadable: Unreadable) {
    super(unreadable.message);
  }
}

function* boundedTokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    const here = [parser.offset - 1, parser.offset] as const;
    if (parser.stack.length > MAX_DEPTH)
      throw new OutOfBounds(unreadable("CFG-03", "this is nested too deep", `nest at most ${MAX_DEPTH} levels`, here));
    if (++count > MAX_TOKENS)
      throw new OutOfBounds(unreadable("CFG-03", "the file holds too many values", "split it", here));
  }
  yield* parser.end();
}

function start(document: Document): readonly [number, number] {
  const [from] = document.range ?? [0];
  return [from, from + 3];
}

function syntaxError({ message, pos }: YAMLError): Unreadable {
  const line = message.split("\n")[0] as string;
  return unreadable("CFG-02", line.charAt(0).toLowerCase() + line.slice(1), "fix the syntax here", pos);
}

/** A tag such as `!Ref` or `!secret` would silently leave its text as the value. */
function unknownTag({ message, pos }: YAMLError): Unreadable {
  const tag = message.replace(/^Unresolved tag: /, "").replace("tag:yaml.org,2002:", "!!");
  return unreadable("CFG-03", `the tag ${tag} has no meaning here`, "write the value itself", pos);
}

function unreadable(rule: string, message: string, fix: string, range: readonly [number, number]): Unreadable {
  return { rule, message, fix, range };
}
