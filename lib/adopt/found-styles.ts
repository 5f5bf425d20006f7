type Answer = Readonly<Record<string, unknown>>;

/** A style, and the files that have it. */
export interface FoundStyle {
  readonly style: Answer;
  readonly files: readonly string[];
}

/**
 * The styles of a pool, each with its `ClientId`: AWS answers with a style and does not say of which client it is, so that it is of the
 * one whose id the name of a file contains. And why some are of no client.
 *
 * @param clients of the pool
 */
export function stylesOf(found: readonly FoundStyle[], clients: readonly Answer[]) {
  const ids = clients.map(({ ClientId }) => String(ClientId)).sort((a, b) => b.length - a.length);
  const styles: Answer[] = [];
  const reasons: string[] = [];
  for (const { style, files } of found) {
    const at = `${files.at(-1)}: ManagedLoginBranding`;
    const ClientId = style.ClientId ?? ids.find((id) => files.some((file) => file.includes(id)));
    if (ClientId === undefined)
      reasons.push(
        `${at} does not say of which client it is: put the id of a client that is described into the name of the file`,
      );
    else if (!ids.includes(String(ClientId))) reasons.push(`${at} is of client ${ClientId}, which no file describes`);
    else if (styles.some((each) => each.ClientId === ClientId))
      reasons.push(`${at} is a second style of client ${ClientId}, and AWS has one: remove the file that is older`);
    else styles.push({ ...style, ClientId });
  }
  return { styles, reasons };
}

/** An answer whose settings, where they are text, are the object that the text has. */
export function withSettings(style: Answer): Answer {
  if (typeof style.Settings !== "string") return style;
  try {
    return { ...style, Settings: JSON.parse(style.Settings) };
  } catch {
    return style;
  }
}
