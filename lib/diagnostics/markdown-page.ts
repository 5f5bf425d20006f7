import { count } from "../text/quoted";

/** GitHub takes 65,536 characters; counted here in bytes, which are never fewer, with some room. */
const MAX_BYTES = 65_000;
/** What the sections may not use up, for what is written after them. */
const RESERVE = 1_000;

/** A page of Markdown that grows up to what GitHub takes; rows that do not fit are counted instead. */
export class MarkdownPage {
  constructor(public text: string) {}

  add(more: string): void {
    this.text += more;
  }

  table(header: string, rows: readonly string[]): void {
    this.text += `\n${header}`;
    let bytes = Buffer.byteLength(this.text);
    const fitting = rows.findIndex((each) => {
      bytes += Buffer.byteLength(each);
      return bytes > MAX_BYTES - RESERVE;
    });
    const shown = fitting < 0 ? rows : rows.slice(0, fitting);
    this.text += shown.join("");
    if (shown.length < rows.length) this.text += `\n${missing(rows.length - shown.length, "more row")}\n`;
  }

  fold(summary: string, header: string, rows: readonly string[]): void {
    if (Buffer.byteLength(this.text) + 2 * RESERVE > MAX_BYTES) {
      this.text += `\n${summary}: ${missing(rows.length, "row")}\n`;
      return;
    }
    this.text += `\n<details><summary>${summary}</summary>\n`;
    this.table(header, rows);
    this.text += "\n</details>\n";
  }
}

function missing(rows: number, what: string): string {
  return `${count(rows, what)} would not fit here; the JSON form has them all.`;
}
