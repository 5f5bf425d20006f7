import type { SourceFile } from "../config/source-file";
import { originOf, type Path, type Source } from "../model/source";
import type { Answer } from "../questions/answer";
import { placeIn } from "../rules/check";
import { plain } from "../text/quoted";
import type { EntryFact, EntryPlace, Word } from "./estate";

/** Finds places in one config file; each path and each fact once, since the environments of a pool share most of them. */
export class Places {
  readonly #found = new Map<string, EntryPlace>();
  readonly #facts = new Map<string, EntryFact>();

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

  /** The facts of an answer, each once; the same object wherever the same fact is stated. */
  facts({ because }: Answer): EntryFact[] {
    const facts = new Set<EntryFact>();
    for (const { says, origin } of because) {
      const fact = plain(says);
      const place = origin && this.of(origin.source, origin.at);
      const id = `${fact}\0${place?.path}`;
      const known = this.#facts.get(id) ?? { fact, ...place };
      this.#facts.set(id, known);
      facts.add(known);
    }
    return [...facts];
  }
}

export function wordOf({ is }: Pick<Answer, "is">): Word {
  return is === undefined ? "open" : is ? "yes" : "no";
}
