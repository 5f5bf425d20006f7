import type { SourceFile } from "../config/source-file";
import { originOf, type Path, type Source } from "../model/source";
import type { Answer } from "../questions/answer";
import { placeIn } from "../rules/check";
import { plain } from "../text/quoted";
import type { EntryFact, EntryPlace, Word } from "./estate";

/** Finds places in one config file; each path once, since the environments of a pool share most of them. */
export class Places {
  readonly #found = new Map<string, EntryPlace>();

  constructor(private readonly source: SourceFile) {}

  /** Where the value at `at` was written, or the nearest thing around it. */
  of(source: Source, at: Path): EntryPlace {
    const { path, found } = originOf(source, at);
    const target = found && at.length > 0 ? "value" : "key";
    const id = `${target} ${path.join("\0")}`;
    const known = this.#found.get(id);
    if (known) return known;
    const { path: formatted, file = "", line } = placeIn(this.source, { path, target });
    const place = { path: formatted, file, ...(line !== undefined && { line }) };
    this.#found.set(id, place);
    return place;
  }

  /** The facts of an answer, each once. */
  facts({ because }: Answer): EntryFact[] {
    const facts = new Map<string, EntryFact>();
    for (const { says, origin } of because) {
      const fact = plain(says);
      const place = origin && this.of(origin.source, origin.at);
      facts.set(`${fact}\0${place?.path}`, { fact, ...place });
    }
    return [...facts.values()];
  }
}

export function wordOf({ is }: Pick<Answer, "is">): Word {
  return is === undefined ? "open" : is ? "yes" : "no";
}
